// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, useSay } from '@parvis/i18n';
import { classes } from '@parvis/ui';
import FullCalendar, { type EventChangeInfo, type EventInput } from '@fullcalendar/react';
import day_grid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import french from '@fullcalendar/react/locales/fr';
import english from '@fullcalendar/react/locales/en-gb';
import classic from '@fullcalendar/react/themes/classic';
import time_grid from '@fullcalendar/react/timegrid';
import './fullcalendar.css';
import { useMemo, type ReactElement } from 'react';
import { local_of, weekday_of } from '@parvis/i18n/local_time';
import type { Network } from '../network_words.ts';
import type { Dragged } from '../supply/day_change.ts';
import type { NewDay } from '../supply/draft.ts';
import { BarWords } from './BarWords.tsx';
import styles from './calendar.module.css';
import { bars_of, booked_on, holidays_of, shown_hours, type Bar, type Plan } from './plan_events.ts';
import type { Span } from './span.ts';

const locale = { fr: french, en: english };

export interface SupplyCalendarProps {
  network: Network;
  plan: Plan;
  span: Span;
  /** Whether bars name their body. */
  several_bodies: boolean;
  on_open(bar: Bar): void;
  on_add(when: NewDay): void;
  /** `put_back` shows the bar where it was. */
  on_drag(dragged: Dragged, put_back: () => void): void;
}

/** Days and hours with what is planned in them. Everything that a mouse can do here, the forms behind the bars can do too. */
export function SupplyCalendar(props: SupplyCalendarProps): ReactElement {
  const { network, plan, span, several_bodies, on_open, on_add, on_drag } = props;
  const say = useSay();
  const { language } = useLanguage();
  const bars = useMemo(() => new Map(bars_of(plan).map((bar) => [bar.id, bar])), [plan]);
  const holidays = useMemo(() => holidays_of(plan, language), [plan, language]);
  const hours = shown_hours(plan);
  const holiday_on = (date: Date) => holidays.get(local_of(date.getTime(), plan.time_zone).day);
  const weekend = plan.openings.some(({ day }) => weekday_of(day) > 5);

  const events: EventInput[] = [...bars.values()].map((bar) => ({
    id: bar.id,
    start: bar.opening.from,
    end: bar.opening.to,
    editable: bar.view.allowed_actions.includes('change_supply'),
  }));
  const grey: EventInput[] = [
    ...[...holidays].map(([day, name]) => ({ id: `holiday ${day}`, start: `${day}T00:00`, end: `${day}T23:59`, title: name, display: 'background' })),
    ...plan.closures.map((closure) => ({ id: closure.closure_id, start: closure.from, end: closure.to, title: closure.reason, display: 'background' })),
  ];

  const dragged = ({ event, oldEvent, revert }: EventChangeInfo) => {
    const bar = bars.get(event.id);
    if (!bar || !event.start || !event.end || !oldEvent.start || !oldEvent.end) return;
    const at = (date: Date) => local_of(date.getTime(), plan.time_zone);
    const [from, to, old_from, old_to] = [at(event.start), at(event.end), at(oldEvent.start), at(oldEvent.end)];
    const shift = { from_shift: from.minute - old_from.minute, to_shift: (to.minute || 1440) - (old_to.minute || 1440) };
    on_drag({ view: bar.view, day: bar.opening.day, leg: bar.opening.leg, to_day: from.day, ...shift }, revert);
  };

  return (
    <div className={styles.calendar}>
      <FullCalendar
        key={`${span.kind} ${span.from}`}
        plugins={[day_grid, time_grid, interaction, classic]}
        locale={locale[language]}
        timeZone={plan.time_zone}
        initialView={span.kind === 'week' ? 'timeGridWeek' : 'dayGridMonth'}
        initialDate={span.day}
        headerToolbar={false}
        height={span.kind === 'week' ? 'auto' : 680}
        weekends={weekend}
        slotMinTime={{ hours: hours.from }}
        slotMaxTime={{ hours: hours.to }}
        slotDuration={{ minutes: 30 }}
        snapDuration={{ minutes: 15 }}
        allDaySlot={false}
        timedText={say('partner.hours')}
        slotEventOverlap={false}
        eventInteractive
        eventDisplay="block"
        dayMaxEvents
        nowIndicator
        events={[...events, ...grey]}
        eventClass={({ event }) => bar_class(bars.get(event.id))}
        eventContent={({ event }) => {
          const bar = bars.get(event.id);
          if (!bar) return null;
          const booked = booked_on(plan, bar.opening.supply_id, bar.opening.day);
          return <BarWords bar={bar} network={network} zone={plan.time_zone} several_bodies={several_bodies} short={span.kind === 'month'} booked={booked} />;
        }}
        columnEventAfterClass={styles.edge}
        rowMoreLinkInnerClass={styles.more}
        backgroundEventClass={styles.grey}
        backgroundEventContent={({ event }) => <span className={styles.grey_words}>{event.title}</span>}
        dayHeaderContent={({ text, date }) => (span.kind === 'week' ? <DayHead text={text} holiday={holiday_on(date)} /> : text)}
        dayCellTopContent={({ text, date }) => [holiday_on(date), text].filter(Boolean).join(' · ')}
        eventClick={({ event }) => {
          const bar = bars.get(event.id);
          if (bar) on_open(bar);
        }}
        eventDrop={dragged}
        eventResize={dragged}
        selectable={span.kind === 'week'}
        selectMirror
        select={({ start, end }) => {
          const from = local_of(start.getTime(), plan.time_zone);
          on_add({ day: from.day, from_minute: from.minute, to_minute: local_of(end.getTime(), plan.time_zone).minute || 1440 });
        }}
      />
    </div>
  );
}

function bar_class(bar: Bar | undefined): string {
  return bar ? classes(styles.bar, styles[bar.view.supply.modality]) : '';
}

function DayHead({ text, holiday }: { text: string; holiday: string | undefined }): ReactElement {
  const say = useSay();
  return (
    <span className={styles.day_head}>
      {text}
      {holiday === undefined ? null : <span className={styles.holiday}>{say('partner.holiday', { name: holiday })}</span>}
    </span>
  );
}
