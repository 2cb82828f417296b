// SPDX-License-Identifier: EUPL-1.2
import { new_ulid, type Problem } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Field } from '@parvis/ui';
import type { ReactElement } from 'react';
import styles from '../forms.module.css';
import { is_at } from '../problem_fields.ts';
import { useFieldText } from '../use_told_problem.ts';
import type { DraftPaper } from './motive_draft.ts';

export interface PaperFieldsProps {
  papers: readonly DraftPaper[];
  on_change(papers: DraftPaper[]): void;
  problem: Problem | null;
}

/** Papers to bring, in both languages: they are printed on tickets and said at the kiosk. */
export function PaperFields({ papers, on_change, problem }: PaperFieldsProps): ReactElement {
  const say = useSay();
  const problem_text = useFieldText();
  const change = (key: string, part: Partial<DraftPaper>) => on_change(papers.map((paper) => (paper.key === key ? { ...paper, ...part } : paper)));
  const about_all = problem?.pointer === '/papers' ? problem_text(problem) : null;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{say('partner.papers')}</legend>
      {about_all ? (
        <p className={styles.error} role="alert">
          {about_all}
        </p>
      ) : null}
      <ol className={styles.papers}>
        {papers.map((paper, number) => {
          const at = `/papers/${number}`;
          const error = is_at(problem, at) ? problem_text(problem) : null;
          const in_english = is_at(problem, `${at}/en`);
          const name = { number: number + 1 };
          return (
            <li key={paper.key} className={styles.paper}>
              <Field label={say('partner.paper_fr', name)} value={paper.fr} on_change={(fr) => change(paper.key, { fr })} error={in_english ? null : error} />
              <Field label={say('partner.paper_en', name)} value={paper.en} on_change={(en) => change(paper.key, { en })} error={in_english ? error : null} />
              <Button tone="quiet" icon="trash" label={say('partner.paper_remove', name)} on_press={() => on_change(papers.filter((each) => each.key !== paper.key))} />
            </li>
          );
        })}
      </ol>
      <Button size="small" icon="plus" on_press={() => on_change([...papers, { key: new_ulid(), fr: '', en: '' }])}>
        {say('partner.paper_add')}
      </Button>
    </fieldset>
  );
}
