// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import type { ReactElement } from 'react';
import { classes } from '../frame/classes.ts';
import { Icon } from '../icons/Icon.tsx';
import styles from './DeviceStates.module.css';
import { device_icons, device_names, device_tone, device_word, type DeviceReport } from './device_words.ts';

/** The devices of a kiosk, each with its true state in words; what nobody has looked at yet is left out. */
export function DeviceStates({ report }: { report: DeviceReport }): ReactElement {
  const say = useSay();
  return (
    <ul className={styles.list} aria-label={say('ui.devices')}>
      {device_names.map((name) => {
        const device = report[name];
        if (!device || device.state === 'unknown') return null;
        return (
          <li key={name} className={classes(styles.device, styles[device_tone(device)])} title={device.model}>
            <Icon name={device_icons[name]} />
            <span>
              <span className={styles.name}>{say(`ui.device.${name}`)}</span> {say(device_word(device))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
