// SPDX-License-Identifier: EUPL-1.2
export { AppRoot, mount_app, type MountOptions } from './frame/mount.tsx';
export { classes } from './frame/classes.ts';
export { ErrorBoundary } from './frame/ErrorBoundary.tsx';
export { LanguageSwitch } from './frame/LanguageSwitch.tsx';
export { PageShell } from './frame/PageShell.tsx';

export { Button, type ButtonTone } from './controls/Button.tsx';
export { DropPlace, useDragged } from './controls/DragDrop.tsx';
export { Checkbox } from './controls/Checkbox.tsx';
export { Field } from './controls/Field.tsx';
export { KioskButton, KioskTile } from './controls/KioskTile.tsx';
export { Menu, MenuEntry } from './controls/Menu.tsx';
export { RadioGroup } from './controls/RadioGroup.tsx';
export { Select, type Choice } from './controls/Select.tsx';
export { TabPanel, Tabs } from './controls/Tabs.tsx';
export { Switch } from './controls/Switch.tsx';

export { announce } from './feedback/Announcer.tsx';
export { Badge, StatusDot } from './feedback/Badge.tsx';
export { Card } from './feedback/Card.tsx';
export { start_chime, type Chime } from './feedback/chime.ts';
export { Countdown, useCountdown } from './feedback/Countdown.tsx';
export { Dialog } from './feedback/Dialog.tsx';
export { LinkStatus, useLinkState } from './feedback/LinkStatus.tsx';
export { Notice } from './feedback/Notice.tsx';
export { useProblemText } from './feedback/problem_text.ts';
export { ProgressBar } from './feedback/ProgressBar.tsx';
export { show_toast } from './feedback/Toasts.tsx';
export type { Tone } from './feedback/tone.ts';

export { Icon, is_icon_name, type IconName } from './icons/Icon.tsx';
export { useShortcut, useShowShortcuts } from './shortcuts/Shortcuts.tsx';

export { DeviceStates } from './devices/DeviceStates.tsx';
export {
  device_icons,
  device_names,
  device_tone,
  device_word,
  type DeviceName,
  type DeviceReport,
  type DeviceState,
} from './devices/device_words.ts';
export { useShownStream, useShownTrack } from './devices/use_shown_stream.ts';
