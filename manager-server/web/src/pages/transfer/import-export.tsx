import type { ReactNode } from 'react';
import { useAccount } from '../../api/queries.ts';
import '../../style/transfer.css';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';

/** Files that people edit: out for everybody, in for administrators. */
export function ImportExport(): ReactNode {
  const { role } = useAccount();
  if (role !== 'administrator') {
    return (
      <div className="settings-narrow">
        <ExportCard />
      </div>
    );
  }
  return (
    <div className="transfer import">
      <ExportCard />
      <ImportCard />
    </div>
  );
}
