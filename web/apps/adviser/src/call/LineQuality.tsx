// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '@parvis/i18n';
import { Badge, type IconName, type Tone } from '@parvis/ui';
import type { ReactElement } from 'react';
import type { RoomView } from './interview_room.ts';

const tones: Record<string, { tone: Tone; icon: IconName }> = {
  good: { tone: 'good', icon: 'line_good' },
  weak: { tone: 'attention', icon: 'line_weak' },
  poor: { tone: 'attention', icon: 'line_weak' },
  audio_only: { tone: 'danger', icon: 'volume' },
};

/** How good the line is, in one word; the figures on the pointer for whoever wants them. */
export function LineQuality({ view }: { view: RoomView }): ReactElement | null {
  const say = useSay();
  const { quality } = view;
  if (!quality) return null;
  const { received, round_trip_ms } = quality.figures;
  const figures = say('adviser.quality.figures', {
    width: received.width ?? 0,
    height: received.height ?? 0,
    fps: Math.round(received.fps ?? 0),
    kbit: Math.round((received.video_bps + received.audio_bps) / 1000),
    delay: Math.round(round_trip_ms ?? 0),
  });
  const shown = tones[quality.level];
  return (
    <span title={figures}>
      <Badge tone={shown?.tone} icon={shown?.icon}>
        {say(`adviser.quality.${quality.level}`)}
      </Badge>
    </span>
  );
}
