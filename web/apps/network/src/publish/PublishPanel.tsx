// SPDX-License-Identifier: EUPL-1.2
import type { components } from '@parvis/api';
import { useLanguage, useSay } from '@parvis/i18n';
import { Card, Select } from '@parvis/ui';
import { calendar_path, EmbedLines, feed_path, type Published } from '@parvis/ui/embed';
import { useState, type ReactElement } from 'react';
import styles from '../network.module.css';

type Network = components['schemas']['NetworkView'];
const all_places = 'all';

/** What town halls and programs show of the network: lines for another web site, and addresses that need no account. */
export function PublishPanel({ network }: { network: Network }): ReactElement {
  const say = useSay();
  const { language } = useLanguage();
  const [chosen, choose] = useState(all_places);
  const site = network.sites.find((each) => each.site_id === chosen);
  const published: Published = site ? { kind: 'site', id: site.site_id, name: site.name } : { kind: 'network', id: network.network_id, name: network.name };
  return (
    <div className={styles.stack}>
      <Card title={say('network.publish.list')}>
        <div className={styles.stack}>
          <p>{say('network.publish.detail')}</p>
          <div className={styles.choice}>
            <Select
              label={say('network.publish.which')}
              choices={[{ value: all_places, label: say('network.publish.all') }, ...network.sites.map(({ site_id, name }) => ({ value: site_id, label: name }))]}
              value={chosen}
              on_change={choose}
            />
          </div>
          <EmbedLines published={published} />
        </div>
      </Card>
      <Card title={say('network.publish.data')}>
        <div className={styles.stack}>
          <p className={styles.soft}>{say('network.publish.data_detail')}</p>
          <Address name={say('network.publish.feed')} path={feed_path(network.network_id)} />
          {site ? <Address name={say('network.publish.calendar', { site: site.name })} path={calendar_path(site.site_id, language)} /> : <p>{say('network.publish.choose')}</p>}
        </div>
      </Card>
    </div>
  );
}

/** Written out: people paste it into another program. */
function Address({ name, path }: { name: string; path: string }): ReactElement {
  return (
    <p>
      {name}
      <br />
      <a className={styles.address} href={path} target="_blank" rel="noopener">
        {location.origin}
        {path}
      </a>
    </p>
  );
}
