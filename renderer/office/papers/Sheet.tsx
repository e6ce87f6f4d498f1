/** A paper on the screen: the same content, typeface and measures as the print. Only where its pages end is not shown. */
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBlock, PaperModel, PaperSignature, PaperText } from '../../../electron/contract/index.ts';
import classes from './sheet.module.css';

export function Sheet({ model }: { model: PaperModel }) {
  const { head, marking, draft, blocks, annexes, initials } = model;
  return (
    <div className={classes.sheets} lang="id" data-paper={model.kind} data-draft={draft || undefined}>
      <Page draft={draft} initials={initials}>
        {marking.map((line) => (
          <p key={line} className={classes.marking}>
            {line}
          </p>
        ))}
        {head.kind === 'form' ? <FormHead head={head} /> : <LetterHead head={head} />}
        <Blocks blocks={blocks} />
      </Page>
      {annexes.map((annex, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the annexes of a paper are known by their place
        <Page key={index} draft={draft} initials={initials} landscape={annex.landscape}>
          <Blocks blocks={annex.blocks} />
        </Page>
      ))}
    </div>
  );
}

interface PageProps {
  readonly draft: boolean;
  readonly initials: readonly string[];
  readonly landscape?: boolean;
  readonly children: ReactNode;
}

function Page({ draft, initials, landscape = false, children }: PageProps) {
  return (
    <article className={classes.sheet} data-landscape={landscape || undefined}>
      {draft && (
        <span className={classes.draft} aria-hidden="true">
          KONSEP
        </span>
      )}
      {children}
      {initials.length > 0 && <p className={classes.initials}>{initials.join('        ')}</p>}
    </article>
  );
}

function Blocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a paper are known by their place
    <Block key={index} block={block} />
  ));
}

function FormHead({ head }: { head: Extract<PaperModel['head'], { kind: 'form' }> }) {
  const rows = [...head.facts, { label: 'Halaman', value: '' }];
  return (
    <div className={classes.formHead}>
      <span>{head.office}</span>
      <strong>{head.title}</strong>
      <dl>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function LetterHead({ head: { letterhead } }: { head: Extract<PaperModel['head'], { kind: 'letter' }> }) {
  const { government, district, office, address, contact } = letterhead;
  return (
    <header className={classes.letterHead}>
      <p className={classes.government}>{government}</p>
      {district !== '' && <p className={classes.government}>{district}</p>}
      <p className={classes.office}>{office}</p>
      <p>{address}</p>
      {contact !== '' && <p>{contact}</p>}
    </header>
  );
}

function Block({ block }: { block: PaperBlock }): ReactNode {
  const { t } = useTranslation();
  switch (block.kind) {
    case 'title':
    case 'lines':
      return (
        <div className={classes[block.kind]}>
          {block.lines.map((line) => (
            <Line key={plain(line)} text={line} />
          ))}
        </div>
      );
    case 'text':
    case 'note':
    case 'right':
    case 'centre':
      return <Line text={block.text} look={classes[block.kind]} />;
    case 'facts':
      return (
        <table className={classes.facts}>
          <tbody>
            {block.rows.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>:</td>
                <td>
                  <Runs text={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'clauses':
      return (
        <ol className={classes.clauses}>
          {block.items.map((item) => (
            <li key={plain(item)}>
              <Runs text={item} />
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <Table block={block} />;
    case 'signatures':
      return (
        <div
          className={classes.hands}
          data-one={(block.columns.length === 1 && !block.centred) || undefined}
          data-centred={block.centred || undefined}
        >
          {block.columns.map((column) => (
            <Hand key={column.above.map(plain).join()} hand={column} />
          ))}
        </div>
      );
    case 'checkpoint':
      return (
        <div className={classes.checkpoint}>
          <span aria-hidden="true">QR</span>
          <p>{t('papers.checkpoint')}</p>
        </div>
      );
  }
}

function Table({ block: { widths, head, rows, dense } }: { block: Extract<PaperBlock, { kind: 'table' }> }) {
  const width = (at: number): CSSProperties => ({ width: `${widths[at] ?? 0}%` });
  return (
    <table className={classes.table} data-dense={dense || undefined}>
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={cell} scope="col" style={width(at)}>
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
    </table>
  );
}

function Hand({ hand: { above, stampDuty, name, below } }: { hand: PaperSignature }) {
  return (
    <div>
      {above.map((line) => (
        <Line key={plain(line)} text={line} />
      ))}
      {stampDuty ? (
        <p className={classes.stamp}>
          Meterai
          <br />
          Rp10.000
        </p>
      ) : (
        <p className={classes.space} />
      )}
      <p className={classes.name}>{name}</p>
      {below.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Line({ text, look }: { text: PaperText; look?: string | undefined }) {
  return (
    <p className={look}>
      <Runs text={text} />
    </p>
  );
}

function Runs({ text }: { text: PaperText }) {
  return text.map(({ text: words, style }, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the runs of a line are known by their place
    if (style === 'italic') return <em key={index}>{words}</em>;
    if (style === 'bold') return <strong key={index}>{words}</strong>;
    return <span key={index}>{words}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the runs of a line are known by their place
  });
}

function plain(text: PaperText): string {
  return text.map(({ text: words }) => words).join('');
}
