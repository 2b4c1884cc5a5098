import type { ReactNode } from 'react';
import '../../style/transfer.css';
import { BackupCard } from './backup-card.tsx';
import { RestoreCard } from './restore-card.tsx';

/** The whole site, out and back. */
export const BackupTab = (): ReactNode => (
  <div className="transfer import">
    <BackupCard />
    <RestoreCard />
  </div>
);
