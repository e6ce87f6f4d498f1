/** What pages may ask about incidents. */
import { type IncidentRow, incidentAct } from '../incidents.ts';
import { channel, nothing } from './channel.ts';

export const incidentChannels = {
  'incidents.list': channel({ see: 'REPORT_INCIDENT' }, nothing).answers<readonly IncidentRow[]>(),
  'incidents.act': channel({ do: 'REPORT_INCIDENT' }, incidentAct),
};
