/**
 * What a paper says, for who hears it read or feels it: headings, lists and tables. It lies behind the pages, which are pictures; it is the
 * same content they are drawn from.
 */
import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBlock, PaperModel, PaperSignature, PaperText } from '../../../electron/contract/index.ts';

export function PaperWords({ model }: { model: PaperModel }) {
  const { head, marking, draft, blocks, annexes, initials } = model;
  return (
    <VisuallyHidden
      component="article"
      lang={model.language}
      data-paper={model.kind}
      data-draft={draft || undefined}
    >
      {draft && <p>KONSEP</p>}
      {[...marking, ...headLines(head)].filter(Boolean).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {[blocks, ...annexes.map((annex) => annex.blocks)].map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a paper are known by their place
        <section key={index}>
          <Blocks blocks={part} />
        </section>
      ))}
      <p>{initials.join(' ')}</p>
    </VisuallyHidden>
  );
}

function headLines(head: PaperModel['head']): readonly string[] {
  if (head.kind === 'none') return [];
  if (head.kind === 'letter') return Object.values(head.letterhead);
  return [head.office, head.title, ...head.facts.map(({ label, value }) => `${label}: ${value}`)];
}

function Blocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a paper are known by their place
    <Block key={index} block={block} />
  ));
}

function Block({ block }: { block: PaperBlock }): ReactNode {
  const { t } = useTranslation();
  switch (block.kind) {
    case 'title':
      return <h2>{block.lines.map(plain).join(' ')}</h2>;
    case 'lines':
      return block.lines.map((line) => <p key={plain(line)}>{plain(line)}</p>);
    case 'text':
    case 'note':
    case 'right':
    case 'centre':
      return <p>{plain(block.text)}</p>;
    case 'facts':
      return (
        <dl>
          {block.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{plain(value)}</dd>
            </div>
          ))}
        </dl>
      );
    case 'clauses':
      return (
        <ol>
          {block.items.map((item) => (
            <li key={plain(item)}>{plain(item)}</li>
          ))}
        </ol>
      );
    case 'table':
      return <Table block={block} />;
    case 'signatures':
      return block.columns.map((column) => <Hand key={column.above.map(plain).join()} hand={column} />);
    case 'checkpoint':
      return <p>{t('papers.checkpoint')}</p>;
  }
}

function Table({ block: { head, rows, foot } }: { block: Extract<PaperBlock, { kind: 'table' }> }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, at) => (
              <td key={head[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && (
        <tfoot>
          <tr>
            <td colSpan={head.length}>{plain(foot)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Hand({ hand: { above, stampDuty, name, below } }: { hand: PaperSignature }) {
  const lines = [...above.map(plain), ...(stampDuty ? ['Meterai Rp10.000'] : []), name, ...below];
  return <p>{lines.map((line) => line.replace(/,$/, '')).join(', ')}</p>;
}

function plain(text: PaperText): string {
  return text.map(({ text: words }) => words).join('');
}
