// SPDX-License-Identifier: EUPL-1.2
import { ask, http, new_ulid, sign_out, type components } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Card, Field, Notice, PageShell, Select, show_toast, useProblemText } from '@parvis/ui';
import { AccountMenu, useAccount } from '@parvis/ui/sign-in';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { link_of } from '../wall_secret.ts';
import { sites_of } from './own_sites.ts';
import styles from './set_up.module.css';
import { WallList } from './WallList.tsx';

type WallView = components['schemas']['WallView'];

const longest_name = 60;

/** Staff of a site make a screen of this computer, or a link for another one, and take screens back. */
export function SetUpPage({ show_here }: { show_here(secret: string): void }): ReactElement {
  const say = useSay();
  const account = useAccount();
  const problem_text = useProblemText();
  const [sites, set_sites] = useState<{ site_id: string; name: string }[] | null>(null);
  const [site_id, choose] = useState('');
  useEffect(() => {
    let wanted = true;
    void ask(http.GET('/api/v1/network')).then((answer) => {
      if (!wanted) return;
      if (!answer.ok) return show_toast({ tone: 'danger', title: problem_text(answer.error) });
      const own = sites_of(account, answer.value);
      set_sites(own);
      choose(own[0]?.site_id ?? '');
    });
    return () => void (wanted = false);
  }, [account, problem_text]);
  return (
    <PageShell title={say('wall.setup.title')} actions={<AccountMenu />}>
      <div className={styles.page}>
        <p className={styles.detail}>{say('wall.setup.detail')}</p>
        {sites?.length === 0 ? <Notice tone="attention">{say('wall.setup.no_site')}</Notice> : null}
        {sites && sites.length > 1 ? (
          <Select
            label={say('wall.setup.site')}
            choices={sites.map((site) => ({ value: site.site_id, label: site.name }))}
            value={site_id}
            on_change={choose}
          />
        ) : null}
        {site_id === '' ? null : <SiteWalls key={site_id} site_id={site_id} name={sites?.find((site) => site.site_id === site_id)?.name ?? ''} show_here={show_here} />}
      </div>
    </PageShell>
  );
}

function SiteWalls({ site_id, name: site_name, show_here }: { site_id: string; name: string; show_here(secret: string): void }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const [name, set_name] = useState(() => say('wall.setup.default_name'));
  const [walls, set_walls] = useState<WallView[] | null>(null);
  const [link, set_link] = useState<string | null>(null);
  const [pending, set_pending] = useState(false);
  const missing = name.trim() === '';
  const load = useCallback(async () => {
    const answer = await ask(http.GET('/api/v1/sites/{site_id}/walls', { params: { path: { site_id } } }));
    if (answer.ok) set_walls(answer.value.walls);
    else show_toast({ tone: 'danger', title: problem_text(answer.error) });
  }, [site_id, problem_text]);
  useEffect(() => void load(), [load]);
  const make = async (use: (secret: string) => Promise<void>) => {
    if (missing) return;
    set_pending(true);
    const path = { wall_id: new_ulid() };
    const answer = await ask(http.PUT('/api/v1/walls/{wall_id}', { params: { path }, body: { site_id, name: name.trim() } }));
    if (answer.ok) await use(answer.value.secret);
    else show_toast({ tone: 'danger', title: problem_text(answer.error) });
    set_pending(false);
  };
  const here = async (secret: string) => {
    await sign_out();
    show_here(secret);
  };
  const elsewhere = async (secret: string) => {
    set_link(link_of(secret));
    await load();
  };
  return (
    <>
      <Card title={site_name}>
        <div className={styles.form}>
          <Field
            label={say('wall.setup.name')}
            description={say('wall.setup.name_detail')}
            value={name}
            on_change={set_name}
            max_length={longest_name}
            error={missing ? say('wall.setup.name_missing') : null}
          />
          <div className={styles.buttons}>
            <Button tone="primary" size="large" icon="eye" disabled={missing} pending={pending} on_press={() => void make(here)}>
              {say('wall.setup.here')}
            </Button>
            <Button icon="key" disabled={missing || pending} on_press={() => void make(elsewhere)}>
              {say('wall.setup.link')}
            </Button>
          </div>
          <p className={styles.detail}>{say('wall.setup.here_detail')}</p>
          {link === null ? null : <Field label={say('wall.setup.link_shown')} description={say('wall.setup.link_detail')} value={link} on_change={() => {}} />}
        </div>
      </Card>
      <WallList walls={walls} on_change={() => void load()} />
    </>
  );
}
