// SPDX-License-Identifier: EUPL-1.2
import type { ReactElement, ReactNode } from 'react';
import { Tab, TabList, TabPanel as AriaTabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { Icon, type IconName } from '../icons/Icon.tsx';
import styles from './Tabs.module.css';

export interface TabsProps<Key extends string> {
  label: string;
  tabs: readonly { key: Key; label: ReactNode; icon?: IconName }[];
  selected: Key;
  on_change(key: Key): void;
  /** <TabPanel id="..."> for each tab. */
  children: ReactNode;
}

export function Tabs<Key extends string>({ label, tabs, selected, on_change, children }: TabsProps<Key>): ReactElement {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const meant = tabs.find((tab) => tab.key === key);
        if (meant) on_change(meant.key);
      }}
    >
      <TabList className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.key} id={tab.key} className={styles.tab}>
            {tab.icon ? <Icon name={tab.icon} /> : null}
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {children}
    </AriaTabs>
  );
}

export function TabPanel({ id, children }: { id: string; children: ReactNode }): ReactElement {
  return (
    <AriaTabPanel id={id} className={styles.panel}>
      {children}
    </AriaTabPanel>
  );
}
