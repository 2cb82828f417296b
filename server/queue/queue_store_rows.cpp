// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/queue_store_rows.hpp"

#include "platform/db/day_column.hpp"
#include "platform/db/row.hpp"
#include "platform/json/encode.hpp"

namespace parvis::queue {

namespace {

template <class Enum>
std::string column_of(std::optional<Enum> value) {
    return value ? std::string(json::enum_name(*value)) : std::string();
}

template <class Tag>
std::string text_of(std::optional<Id<Tag>> const& id) {
    return id ? id->text() : std::string();
}

} // namespace

TicketRow::TicketRow(QueueTicket const& from)
    : ticket(from.ticket_id.text()), network(from.network_id.text()), site(from.site_id.text()),
      offer(from.offer_id.text()), partner(from.partner_id.text()), group(from.group_id.text()),
      subject(from.subject), motive(text_of(from.motive_id)), wanted_kiosk(text_of(from.wanted_kiosk_id)),
      day(to_iso(from.day)), state(json::enum_name(from.state)), appointment(text_of(from.appointment_id)),
      urgent(column_of(from.urgent)), parked_for(column_of(from.parked_for)), call(text_of(from.call_id)),
      adviser(text_of(from.adviser_id)), kiosk(text_of(from.kiosk_id)), interview(text_of(from.interview_id)),
      end(column_of(from.end)), message(from.message), revision(from.revision),
      appointment_at(queue::column_of(from.appointment_at)), arrived(from.arrived_at.ms),
      place(from.place_at.ms), back(queue::column_of(from.back_at)),
      paused_at(queue::column_of(from.paused_at)), paused(from.paused_ms),
      called(queue::column_of(from.called_at)), met(queue::column_of(from.met_at)),
      ended(queue::column_of(from.ended_at)), expected(queue::column_of(from.expected_at)),
      number(from.number), calls(from.calls) {}

void TicketRow::bind(soci::statement& st) {
    for (auto* text : {&ticket, &network,      &site,  &offer,     &partner,     &group,  &subject,
                       &motive, &wanted_kiosk, &day,   &state,     &appointment, &urgent, &parked_for,
                       &call,   &adviser,      &kiosk, &interview, &end,         &message}) {
        st.exchange(soci::into(*text));
    }
    for (auto* figure : {&revision, &appointment_at, &arrived, &place, &back, &paused_at, &paused, &called,
                         &met, &ended, &expected}) {
        st.exchange(soci::into(*figure));
    }
    st.exchange(soci::into(number));
    st.exchange(soci::into(calls));
    st.exchange(soci::into(from_home));
}

QueueTicket TicketRow::value() const {
    QueueTicket found;
    found.ticket_id = db::id_of<TicketId>(ticket);
    found.network_id = db::id_of<NetworkId>(network);
    found.site_id = db::id_of<SiteId>(site);
    found.offer_id = db::id_of<OfferId>(offer);
    found.partner_id = db::id_of<PartnerId>(partner);
    found.group_id = db::id_of<AdviserGroupId>(group);
    found.subject = subject;
    found.motive_id = db::optional_id_of<scheduling::MotiveId>(motive);
    found.wanted_kiosk_id = db::optional_id_of<KioskId>(wanted_kiosk);
    found.from_home = from_home != 0;
    found.day = db::day_of(day);
    found.number = number;
    found.state = db::word_of<TicketState>(state);
    found.revision = revision;
    found.appointment_id = db::optional_id_of<scheduling::AppointmentId>(appointment);
    found.appointment_at = instant_of(appointment_at);
    found.arrived_at = Instant{arrived};
    found.place_at = Instant{place};
    found.urgent = db::optional_word_of<UrgentReason>(urgent);
    found.back_at = instant_of(back);
    found.parked_for = db::optional_word_of<ParkReason>(parked_for);
    found.paused_at = instant_of(paused_at);
    found.paused_ms = paused;
    found.call_id = db::optional_id_of<TicketActId>(call);
    found.adviser_id = db::optional_id_of<AccountId>(adviser);
    found.kiosk_id = db::optional_id_of<KioskId>(kiosk);
    found.interview_id = db::optional_id_of<InterviewId>(interview);
    found.calls = calls;
    found.called_at = instant_of(called);
    found.met_at = instant_of(met);
    found.ended_at = instant_of(ended);
    found.expected_at = instant_of(expected);
    found.end = db::optional_word_of<TicketEnd>(end);
    found.message = message;
    return found;
}

} // namespace parvis::queue
