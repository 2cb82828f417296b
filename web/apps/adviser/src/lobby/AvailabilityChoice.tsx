// SPDX-License-Identifier: EUPL-1.2
import type { LinkClient } from '@parvis/api';
import { useSay } from '@parvis/i18n';
import { Button, Menu, MenuEntry, show_toast, useProblemText, useShortcut, type IconName } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { Availability } from '../console_model.ts';

const choices: readonly { value: Availability; icon: IconName; keys: string }[] = [
  { value: 'available', icon: 'check_circle', keys: 'd' },
  { value: 'pause', icon: 'pause', keys: 'p' },
  { value: 'closed', icon: 'stop', keys: 'f' },
];

/** Available, pause or closed: whether kiosks may ring this adviser. */
export function AvailabilityChoice({ availability, link }: { availability: Availability; link: LinkClient }): ReactElement {
  const say = useSay();
  const problem_text = useProblemText();
  const choose = (value: Availability) => {
    void link.send('set_availability', { availability: value }).then((done) => {
      if (!done.ok) show_toast({ tone: 'danger', title: problem_text(done.error) });
    });
  };
  const shown = choices.find((choice) => choice.value === availability);
  return (
    <>
      {choices.map((choice) => (
        <ChoiceShortcut
          key={choice.value}
          keys={choice.keys}
          label={say(`adviser.availability.${choice.value}`)}
          run={() => choose(choice.value)}
        />
      ))}
      <Menu
        label={say('adviser.availability')}
        trigger={
          <Button tone={availability === 'available' ? 'primary' : 'secondary'} icon={shown?.icon}>
            {say(`adviser.availability.${availability}`)}
          </Button>
        }
      >
        {choices.map((choice) => (
          <MenuEntry key={choice.value} icon={choice.icon} on_press={() => choose(choice.value)}>
            {say(`adviser.availability.${choice.value}`)}
          </MenuEntry>
        ))}
      </Menu>
    </>
  );
}

function ChoiceShortcut(props: { keys: string; label: string; run(): void }): null {
  useShortcut(props);
  return null;
}
