// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_store.hpp"

#include "platform/db/row.hpp"
#include "platform/db/select.hpp"
#include "platform/json/encode.hpp"
#include "server/scheduling/appointments/appointment_event_store.hpp"

#include <stdexcept>

namespace parvis::scheduling {

namespace {

// No instant and no seat of ours is negative: -1 stands for NULL between SQL and C++.
constexpr long long no_number = -1;

std::string const select_appointments =
    "SELECT appointment_id, network_id, partner_id, group_id, supply_id, COALESCE(seat, -1),"
    " COALESCE(site_id, ''), COALESCE(kiosk_id, ''), door, starts_at, minutes, preparation_minutes, state,"
    " revision, COALESCE(held_until, -1), COALESCE(code, ''), COALESCE(first_name, ''), COALESCE(telephone, "
    "''),"
    " COALESCE(email, ''), companions, COALESCE(note, ''), note_is_confidential, created_at,"
    " COALESCE(confirmed_at, -1), COALESCE(arrived_at, -1), COALESCE(ended_at, -1), COALESCE(cancelled_by, "
    "''),"
    " COALESCE(cancel_reason, ''), COALESCE(moved_to, ''), language FROM appointment ";

constexpr char insert_statement[] =
    "INSERT INTO appointment (appointment_id, network_id, partner_id, group_id, supply_id, seat, site_id,"
    " kiosk_id, door, starts_at, minutes, preparation_minutes, state, revision, held_until, code, first_name,"
    " telephone, email, companions, note, note_is_confidential, language, created_at, confirmed_at, "
    "recorded_at)"
    " VALUES (:id, :network, :partner, :group_id, :supply, NULLIF(CAST(:seat AS INTEGER), -1),"
    " NULLIF(:site, ''), NULLIF(:kiosk, ''), :door, :starts_at, :minutes, :preparation, :state, :revision,"
    " NULLIF(CAST(:held_until AS BIGINT), -1), NULLIF(:code, ''), NULLIF(:first_name, ''),"
    " NULLIF(:telephone, ''), NULLIF(:email, ''), :companions, NULLIF(:note, ''), :confidential, :language,"
    " :created_at, NULLIF(CAST(:confirmed_at AS BIGINT), -1), :recorded_at) ON CONFLICT DO NOTHING RETURNING "
    "1";

constexpr char update_statement[] =
    "UPDATE appointment SET seat = NULLIF(CAST(:seat AS INTEGER), -1), kiosk_id = NULLIF(:kiosk, ''),"
    " preparation_minutes = :preparation,"
    " site_id = NULLIF(:site, ''), door = :door, state = :state, revision = :revision,"
    " held_until = NULLIF(CAST(:held_until AS BIGINT), -1), code = NULLIF(:code, ''),"
    " first_name = NULLIF(:first_name, ''), telephone = NULLIF(:telephone, ''), email = NULLIF(:email, ''),"
    " companions = :companions, note = NULLIF(:note, ''), note_is_confidential = :confidential, language = "
    ":language,"
    " confirmed_at = NULLIF(CAST(:confirmed_at AS BIGINT), -1),"
    " arrived_at = NULLIF(CAST(:arrived_at AS BIGINT), -1), ended_at = NULLIF(CAST(:ended_at AS BIGINT), -1),"
    " cancelled_by = NULLIF(:cancelled_by, ''), cancel_reason = NULLIF(:cancel_reason, ''),"
    " moved_to = NULLIF(:moved_to, '') WHERE appointment_id = :id AND revision = :expected";

constexpr char insert_motive[] =
    "INSERT INTO appointment_motive (appointment_id, position, motive_id) VALUES (:id, :position, :motive)";
constexpr char select_motives[] =
    "SELECT motive_id FROM appointment_motive WHERE appointment_id = :id ORDER BY position";
constexpr char select_names[] =
    "SELECT appointment_id, starts_at, first_name FROM appointment WHERE site_id = :site"
    " AND starts_at >= :first AND first_name IS NOT NULL ORDER BY starts_at, appointment_id";
constexpr char insert_unmet[] =
    "INSERT INTO unmet_request (unmet_id, network_id, site_id, motive_id, reason, occurred_at, recorded_at)"
    " VALUES (:id, :network, NULLIF(:site, ''), :motive, :reason, :occurred_at, :recorded_at)"
    " ON CONFLICT DO NOTHING";

template <class AnyId>
std::string text_of(std::optional<AnyId> const& id) {
    return id ? id->text() : "";
}

template <class Enum>
std::string optional_word(std::optional<Enum> const& value) {
    return value ? std::string(json::enum_name(*value)) : "";
}

std::optional<Instant> instant_of(long long column) {
    return column == no_number ? std::nullopt : std::optional(Instant{column});
}

long long column_of(std::optional<Instant> const& instant) {
    return instant ? instant->ms : no_number;
}

/// The columns of one appointment, where SOCI puts them and takes them from.
struct Row {
    std::string id, network, partner, group, supply, site, kiosk, door, state, code, first_name, telephone,
        email, note, cancelled_by, cancel_reason, moved_to, language;
    long long starts = 0, revision = 0, held_until = 0, created = 0, confirmed = 0, arrived = 0, ended = 0;
    int seat = 0, minutes = 0, preparation = 0, companions = 0, confidential = 0;

    void bind(soci::statement& st) {
        for (auto* text : {&id, &network, &partner, &group, &supply}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(seat));
        for (auto* text : {&site, &kiosk, &door}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(starts));
        st.exchange(soci::into(minutes));
        st.exchange(soci::into(preparation));
        st.exchange(soci::into(state));
        st.exchange(soci::into(revision));
        st.exchange(soci::into(held_until));
        for (auto* text : {&code, &first_name, &telephone, &email}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(companions));
        st.exchange(soci::into(note));
        st.exchange(soci::into(confidential));
        for (auto* number : {&created, &confirmed, &arrived, &ended}) {
            st.exchange(soci::into(*number));
        }
        for (auto* text : {&cancelled_by, &cancel_reason, &moved_to, &language}) {
            st.exchange(soci::into(*text));
        }
    }

    Appointment value() const {
        Appointment found;
        found.appointment_id = db::id_of<AppointmentId>(id);
        found.network_id = db::id_of<NetworkId>(network);
        found.partner_id = db::id_of<PartnerId>(partner);
        found.group_id = db::id_of<network::AdviserGroupId>(group);
        found.supply_id = db::id_of<SupplyId>(supply);
        found.site_id = db::optional_id_of<SiteId>(site);
        found.door = db::word_of<Door>(door);
        found.starts_at = Instant{starts};
        found.minutes = minutes;
        if (seat != no_number) {
            found.place = Place{seat, db::optional_id_of<KioskId>(kiosk), preparation};
        }
        found.state = db::word_of<AppointmentState>(state);
        found.revision = revision;
        found.held_until = instant_of(held_until);
        found.code = code;
        found.visitor = {first_name,
                         telephone,
                         email,
                         companions,
                         note,
                         confidential != 0,
                         db::word_of<Language>(language)};
        found.created_at = Instant{created};
        found.confirmed_at = instant_of(confirmed);
        found.arrived_at = instant_of(arrived);
        found.ended_at = instant_of(ended);
        found.cancelled_by = db::optional_word_of<ActingAs>(cancelled_by);
        found.cancel_reason = db::optional_word_of<CancelReason>(cancel_reason);
        found.moved_to = db::optional_id_of<AppointmentId>(moved_to);
        return found;
    }
};

Row row_of(Appointment const& from) {
    Row row;
    row.id = from.appointment_id.text();
    row.network = from.network_id.text();
    row.partner = from.partner_id.text();
    row.group = from.group_id.text();
    row.supply = from.supply_id.text();
    row.seat = from.place ? from.place->seat : static_cast<int>(no_number);
    row.site = text_of(from.site_id);
    row.kiosk = from.place ? text_of(from.place->kiosk_id) : "";
    row.door = json::enum_name(from.door);
    row.starts = from.starts_at.ms;
    row.minutes = from.minutes;
    row.preparation = from.place ? from.place->preparation_minutes : 0;
    row.state = json::enum_name(from.state);
    row.revision = from.revision;
    row.held_until = column_of(from.held_until);
    row.code = from.code;
    row.first_name = from.visitor.first_name;
    row.telephone = from.visitor.telephone;
    row.email = from.visitor.email;
    row.companions = from.visitor.companions;
    row.note = from.visitor.note;
    row.confidential = from.visitor.note_is_confidential ? 1 : 0;
    row.language = tag(from.visitor.language);
    row.created = from.created_at.ms;
    row.confirmed = column_of(from.confirmed_at);
    row.arrived = column_of(from.arrived_at);
    row.ended = column_of(from.ended_at);
    row.cancelled_by = optional_word(from.cancelled_by);
    row.cancel_reason = optional_word(from.cancel_reason);
    row.moved_to = text_of(from.moved_to);
    return row;
}

std::vector<MotiveId> motives_of(db::Session& session, AppointmentId const& id) {
    std::vector<MotiveId> motives;
    std::string motive;
    soci::statement st = (session.sql().prepare << select_motives, soci::use(id.text()), soci::into(motive));
    st.execute();
    while (st.fetch()) {
        motives.push_back(db::id_of<MotiveId>(motive));
    }
    return motives;
}

bool insert_row(db::Session& session, Appointment const& appointment, Instant recorded_at) {
    auto const row = row_of(appointment);
    long long const recorded = recorded_at.ms;
    int inserted = 0;
    session.sql() << insert_statement, soci::use(row.id), soci::use(row.network), soci::use(row.partner),
        soci::use(row.group), soci::use(row.supply), soci::use(row.seat), soci::use(row.site),
        soci::use(row.kiosk), soci::use(row.door), soci::use(row.starts), soci::use(row.minutes),
        soci::use(row.preparation), soci::use(row.state), soci::use(row.revision), soci::use(row.held_until),
        soci::use(row.code), soci::use(row.first_name), soci::use(row.telephone), soci::use(row.email),
        soci::use(row.companions), soci::use(row.note), soci::use(row.confidential), soci::use(row.language),
        soci::use(row.created), soci::use(row.confirmed), soci::use(recorded), soci::into(inserted);
    if (!session.sql().got_data()) {
        return false;
    }
    int position = 0;
    for (auto const& motive : appointment.motives) {
        session.sql() << insert_motive, soci::use(row.id), soci::use(position), soci::use(motive.text());
        ++position;
    }
    return true;
}

template <class... Parameters>
std::vector<Appointment> select(db::Session& session, std::string const& condition,
                                Parameters const&... parameters) {
    auto found = db::select<Row>(session, select_appointments + condition, parameters...);
    for (auto& one : found) {
        one.motives = motives_of(session, one.appointment_id);
    }
    return found;
}

} // namespace

bool insert_appointment(db::Session& session, Appointment const& appointment, Instant recorded_at) {
    if (!insert_row(session, appointment, recorded_at)) {
        return false;
    }
    record_booked(session, appointment);
    return true;
}

bool insert_moved(db::Session& session, Appointment const& appointment, Instant recorded_at) {
    return insert_row(session, appointment, recorded_at);
}

bool save_appointment(db::Session& session, Appointment const& appointment) {
    auto const row = row_of(appointment);
    long long const expected = appointment.revision - 1;
    soci::statement st =
        (session.sql().prepare << update_statement, soci::use(row.seat), soci::use(row.kiosk),
         soci::use(row.preparation), soci::use(row.site), soci::use(row.door), soci::use(row.state),
         soci::use(row.revision), soci::use(row.held_until), soci::use(row.code), soci::use(row.first_name),
         soci::use(row.telephone), soci::use(row.email), soci::use(row.companions), soci::use(row.note),
         soci::use(row.confidential), soci::use(row.language), soci::use(row.confirmed),
         soci::use(row.arrived), soci::use(row.ended), soci::use(row.cancelled_by),
         soci::use(row.cancel_reason), soci::use(row.moved_to), soci::use(row.id), soci::use(expected));
    st.execute(true);
    if (db::changed(st) != 1) {
        return false;
    }
    record_event_of(session, appointment);
    return true;
}

std::optional<Appointment> find_appointment(db::Session& session, AppointmentId const& id) {
    return db::first_of(select(session, "WHERE appointment_id = :id", id.text()));
}

std::optional<Appointment> find_appointment_by_code(db::Session& session, std::string const& code) {
    return db::first_of(select(session, "WHERE code = :code", code));
}

std::vector<Appointment> appointments_at(db::Session& session, SiteId const& site, Instant from, Instant to) {
    return select(session,
                  "WHERE site_id = :site AND starts_at >= :first AND starts_at < :last AND state <> 'moved'"
                  " ORDER BY starts_at, appointment_id",
                  site.text(), from.ms, to.ms);
}

std::vector<Appointment> appointments_of(db::Session& session, network::AdviserGroupId const& group,
                                         Instant from, Instant to) {
    return select(session,
                  "WHERE group_id = :group_id AND starts_at >= :first AND starts_at < :last"
                  " AND state <> 'moved' ORDER BY starts_at, appointment_id",
                  group.text(), from.ms, to.ms);
}

std::vector<Appointment> requests_at(db::Session& session, SiteId const& site) {
    return select(session, "WHERE site_id = :site AND state = 'requested' ORDER BY starts_at, appointment_id",
                  site.text());
}

std::vector<NamedAppointment> named_appointments_at(db::Session& session, SiteId const& site, Instant from) {
    std::vector<NamedAppointment> found;
    long long const first = from.ms;
    std::string id;
    long long starts = 0;
    std::string name;
    soci::statement rows = (session.sql().prepare << select_names, soci::use(site.text()), soci::use(first),
                            soci::into(id), soci::into(starts), soci::into(name));
    rows.execute();
    while (rows.fetch()) {
        found.push_back({db::id_of<AppointmentId>(id), {starts}, name});
    }
    return found;
}

std::vector<Appointment> expired_holds(db::Session& session, Instant now, int most) {
    return select(
        session,
        "WHERE state = 'held' AND held_until <= :now ORDER BY held_until, appointment_id LIMIT :most", now.ms,
        most);
}

void insert_unmet_request(db::Session& session, UnmetRequest const& request, Instant recorded_at) {
    std::string const reason(json::enum_name(request.reason));
    std::string const site = text_of(request.site_id);
    long long const occurred = request.occurred_at.ms;
    long long const recorded = recorded_at.ms;
    session.sql() << insert_unmet, soci::use(request.unmet_id.text()), soci::use(request.network_id.text()),
        soci::use(site), soci::use(request.motive_id.text()), soci::use(reason), soci::use(occurred),
        soci::use(recorded);
}

} // namespace parvis::scheduling
