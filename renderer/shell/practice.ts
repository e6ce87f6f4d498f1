/** The sample residents of practice mode (domain 8.3, invented) and the troubles that can be caused, in human groups. */
import type { ChannelInput, Trouble } from '../../electron/contract/index.ts';

export type SampleId = ChannelInput<'training.tap'>['resident'];

export const samples: readonly { readonly id: SampleId; readonly name: string; readonly nik: string }[] = [
  { id: 'R1', name: 'SEKAR CONTOHWATI', nik: '4001015203880001' },
  { id: 'R2', name: 'BIMA PERCOBAAN', nik: '4001012902960001' },
  { id: 'R3', name: 'LARAS UJIWATI', nik: '4001027112750002' },
  { id: 'R4', name: 'TIRTA SIMULASI', nik: '4002010511010003' },
  { id: 'R5', name: 'WULAN DATAFIKSI', nik: '4002014907600001' },
];

export type TroubleGroup = 'none' | 'card' | 'device' | 'gateway' | 'resident' | 'institution' | 'balikan';

export const troubleGroups: readonly {
  readonly group: TroubleGroup;
  readonly troubles: readonly Trouble[];
}[] = [
  { group: 'none', troubles: ['none'] },
  { group: 'card', troubles: ['tear', 'card-mute', 'bank-card'] },
  { group: 'device', troubles: ['sam-out'] },
  { group: 'gateway', troubles: ['gateway-silent', 'gateway-refused', 'gateway-error-page'] },
  {
    group: 'resident',
    troubles: [
      'notice-deceased',
      'notice-duplicate',
      'notice-not-found',
      'notice-inactive',
      'notice-bad-format',
    ],
  },
  {
    group: 'institution',
    troubles: ['notice-login-failed', 'notice-quota', 'notice-institution', 'notice-user-id'],
  },
  { group: 'balikan', troubles: ['balikan-silent', 'balikan-duplicate'] },
];
