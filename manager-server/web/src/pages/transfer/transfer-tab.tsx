import type { ReactNode } from 'react';
import { useAccount } from '../../api/queries.ts';
import '../../style/transfer.css';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';

/** Everybody who reads the site may export it; changing it is an administrator's. */
export function TransferTab(): ReactNode {
  const { role } = useAccount();
  if (role !== 'administrator') return <ExportCard />;
  return (
    <div className="transfer import">
      <ExportCard />
      <ImportCard />
    </div>
  );
}
