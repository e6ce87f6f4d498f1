/** The door of the contract: everything that crosses a process border. Pure; the renderer may import it. */
export * from './access-answer.ts';
export * from './access-answer-pages.ts';
export { trailTexts } from './access-answer-words.ts';
export * from './agenda.ts';
export * from './agreement-profile.ts';
export * from './agreement-state.ts';
export * from './agreements.ts';
export * from './approvals.ts';
export * from './asked-elements.ts';
export * from './balikan.ts';
export * from './balikan-fields.ts';
export * from './balikan-state.ts';
export * from './channels/index.ts';
export * from './checkpoint-rows.ts';
export * from './consent-notice.ts';
export * from './consent-receipt.ts';
export * from './consent-receipt-pages.ts';
export * from './custody.ts';
export * from './device-report.ts';
export * from './device-test.ts';
export * from './elements.ts';
export * from './evaluation.ts';
export * from './failures/index.ts';
export * from './handover-list.ts';
export * from './incidents.ts';
export * from './inquiry.ts';
export * from './nik.ts';
export * from './notice-texts.ts';
export {
  type Letter,
  letter,
  loginName,
  newPassword,
  officeId,
  type PickedScan,
  type ScanKind,
  scanKinds,
} from './office.ts';
export * from './operator-state.ts';
export * from './papers.ts';
export * from './people.ts';
export * from './permissions.ts';
export * from './profile-changes.ts';
export * from './report-state.ts';
export * from './report-words.ts';
export * from './reports.ts';
export * from './request-state.ts';
export * from './requests.ts';
export * from './sam-state.ts';
export * from './semester-report.ts';
export * from './visit-state.ts';
export * from './visit-view.ts';
export * from './visit-wire.ts';
export * from './worker-wire.ts';
export { writtenTime, zoneSign } from './written.ts';
