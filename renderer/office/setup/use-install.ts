/** Installing the connection of an agreement: main picks the file and checks it, the page learns its fingerprint or why not. */
import { useState } from 'react';
import { ask, type Failure } from '../../bridge.ts';

export interface Installing {
  readonly refused: Failure | undefined;
  /** Start of the fingerprint of the file that was just installed. */
  readonly installedHash: string;
  readonly install: (agreementId: string) => Promise<void>;
}

export function useInstall(onInstalled: () => void): Installing {
  const [refused, setRefused] = useState<Failure>();
  const [installedHash, setHash] = useState('');
  return { refused, installedHash, install };

  async function install(agreementId: string): Promise<void> {
    const answer = await ask('setup.connection', { agreementId });
    setRefused(answer.ok ? undefined : answer.failure);
    setHash(answer.ok && answer.value !== null ? answer.value.sha256.slice(0, 12) : '');
    if (answer.ok && answer.value !== null) onInstalled();
  }
}
