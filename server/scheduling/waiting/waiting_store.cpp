// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/waiting/waiting_store.hpp"

#include "platform/db/day_column.hpp"
#include "platform/db/row.hpp"
#include "platform/db/select.hpp"
#include "platform/json/encode.hpp"

#include <sstream>

namespace parvis::scheduling {

namespace {

// No instant of ours is negative: -1 stands for NULL between SQL and C++.
constexpr long long no_number = -1;

std::string const select_entries =
    "SELECT w.entry_id, w.network_id, w.partner_id, w.site_id, COALESCE(w.unmet_id, ''), w.doors, w.from_day,"
    " w.to_day, w.weekdays, w.from_minute, w.to_minute, COALESCE(w.first_name, ''), COALESCE(w.telephone, "
    "''),"
    " COALESCE(w.email, ''), w.language, COALESCE(w.code, ''), w.state, w.revision, COALESCE(w.offer_id, ''),"
    " COALESCE(w.answer_until, -1), w.made_at, COALESCE(w.ended_at, -1) FROM waiting_entry w ";

constexpr char insert_entry[] =
    "INSERT INTO waiting_entry (entry_id, network_id, partner_id, site_id, unmet_id, doors, from_day, to_day,"
    " weekdays, from_minute, to_minute, first_name, telephone, email, language, code, state, revision, "
    "made_at,"
    " recorded_at) VALUES (:id, :network, :partner, :site, NULLIF(:unmet, ''), :doors, :from_day, :to_day,"
    " :weekdays, :from_minute, :to_minute, NULLIF(:first_name, ''), NULLIF(:telephone, ''), NULLIF(:email, "
    "''),"
    " :language, :code, 'waiting', 1, :made_at, :recorded_at) ON CONFLICT DO NOTHING";
constexpr char update_entry[] =
    "UPDATE waiting_entry SET state = :state, revision = :revision, offer_id = NULLIF(:offer, ''),"
    " answer_until = NULLIF(CAST(:until AS BIGINT), -1), ended_at = NULLIF(CAST(:ended AS BIGINT), -1)"
    " WHERE entry_id = :id AND revision = :expected";
constexpr char insert_motive[] =
    "INSERT INTO waiting_entry_motive (entry_id, position, motive_id) VALUES (:id, :position, :motive)";
constexpr char select_motives[] =
    "SELECT motive_id FROM waiting_entry_motive WHERE entry_id = :id ORDER BY position";
constexpr char select_freed[] = "SELECT COUNT(*) FROM appointment_event WHERE kind <> 'confirmed'"
                                " AND occurred_at > :since";
constexpr char insert_refused[] =
    "INSERT INTO waiting_refusal (entry_id, starts_at) VALUES (:id, :starts_at) ON CONFLICT DO NOTHING";
constexpr char select_refused[] = "SELECT starts_at FROM waiting_refusal WHERE entry_id = :id";
constexpr char delete_refusals[] =
    "DELETE FROM waiting_refusal WHERE entry_id IN (SELECT entry_id FROM waiting_entry WHERE code IS NOT NULL"
    " AND ended_at < :before)";
constexpr char erase_entries[] =
    "UPDATE waiting_entry SET code = NULL, first_name = NULL, telephone = NULL, email = NULL"
    " WHERE code IS NOT NULL AND ended_at < :before";

std::string words_of(std::vector<Door> const& doors) {
    std::string words;
    for (auto const door : doors) {
        words += (words.empty() ? "" : " ") + std::string(json::enum_name(door));
    }
    return words;
}

std::vector<Door> doors_of(std::string const& column) {
    std::vector<Door> doors;
    std::istringstream words(column);
    for (std::string word; words >> word;) {
        doors.push_back(db::word_of<Door>(word));
    }
    return doors;
}

std::string digits_of(std::vector<int> const& weekdays) {
    std::string digits;
    for (int const day : weekdays) {
        digits += std::to_string(day);
    }
    return digits;
}

std::vector<int> weekdays_of(std::string const& column) {
    std::vector<int> days;
    for (char const digit : column) {
        days.push_back(digit - '0');
    }
    return days;
}

/// The columns of one entry, where SOCI puts them.
struct Row {
    std::string id, network, partner, site, unmet, doors, from_day, to_day, weekdays, first_name, telephone,
        email, language, code, state, offer;
    long long revision = 0, until = 0, made = 0, ended = 0;
    int from_minute = 0, to_minute = 0;

    void bind(soci::statement& st) {
        for (auto* text : {&id, &network, &partner, &site, &unmet, &doors, &from_day, &to_day, &weekdays}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(from_minute));
        st.exchange(soci::into(to_minute));
        for (auto* text : {&first_name, &telephone, &email, &language, &code, &state}) {
            st.exchange(soci::into(*text));
        }
        st.exchange(soci::into(revision));
        st.exchange(soci::into(offer));
        for (auto* number : {&until, &made, &ended}) {
            st.exchange(soci::into(*number));
        }
    }

    WaitingEntry value() const {
        WaitingEntry found;
        found.entry_id = db::id_of<WaitingId>(id);
        found.network_id = db::id_of<NetworkId>(network);
        found.partner_id = db::id_of<PartnerId>(partner);
        found.site_id = db::id_of<SiteId>(site);
        found.unmet_id = db::optional_id_of<UnmetId>(unmet);
        found.doors = doors_of(doors);
        found.times = {db::day_of(from_day), db::day_of(to_day), weekdays_of(weekdays), from_minute,
                       to_minute};
        found.visitor.first_name = first_name;
        found.visitor.telephone = telephone;
        found.visitor.email = email;
        found.visitor.language = db::word_of<Language>(language);
        found.code = code;
        found.state = db::word_of<WaitingState>(state);
        found.revision = revision;
        if (!offer.empty()) {
            found.offer = Offer{db::id_of<AppointmentId>(offer), Instant{until}};
        }
        found.made_at = Instant{made};
        if (ended != no_number) {
            found.ended_at = Instant{ended};
        }
        return found;
    }
};

std::vector<MotiveId> motives_of(db::Session& session, WaitingId const& id) {
    std::vector<MotiveId> motives;
    std::string motive;
    soci::statement st = (session.sql().prepare << select_motives, soci::use(id.text()), soci::into(motive));
    st.execute();
    while (st.fetch()) {
        motives.push_back(db::id_of<MotiveId>(motive));
    }
    return motives;
}

template <class... Parameters>
std::vector<WaitingEntry> select(db::Session& session, std::string const& condition,
                                 Parameters const&... parameters) {
    auto found = db::select<Row>(session, select_entries + condition, parameters...);
    for (auto& one : found) {
        one.motives = motives_of(session, one.entry_id);
    }
    return found;
}

} // namespace

bool insert_waiting(db::Session& session, WaitingEntry const& entry, Instant recorded_at) {
    auto const doors = words_of(entry.doors);
    auto const unmet = entry.unmet_id ? entry.unmet_id->text() : std::string();
    auto const from_day = to_iso(entry.times.from_day);
    auto const to_day = to_iso(entry.times.to_day);
    auto const weekdays = digits_of(entry.times.weekdays);
    auto const& visitor = entry.visitor;
    std::string const language(tag(visitor.language));
    long long const made = entry.made_at.ms;
    long long const recorded = recorded_at.ms;
    soci::statement st =
        (session.sql().prepare << insert_entry, soci::use(entry.entry_id.text()),
         soci::use(entry.network_id.text()), soci::use(entry.partner_id.text()),
         soci::use(entry.site_id.text()), soci::use(unmet), soci::use(doors), soci::use(from_day),
         soci::use(to_day), soci::use(weekdays), soci::use(entry.times.from_minute),
         soci::use(entry.times.to_minute), soci::use(visitor.first_name), soci::use(visitor.telephone),
         soci::use(visitor.email), soci::use(language), soci::use(entry.code), soci::use(made),
         soci::use(recorded));
    st.execute(true);
    if (db::changed(st) != 1) {
        return false;
    }
    int position = 0;
    for (auto const& motive : entry.motives) {
        session.sql() << insert_motive, soci::use(entry.entry_id.text()), soci::use(position),
            soci::use(motive.text());
        ++position;
    }
    return true;
}

bool save_waiting(db::Session& session, WaitingEntry const& entry) {
    std::string const state(json::enum_name(entry.state));
    long long const revision = entry.revision;
    long long const expected = entry.revision - 1;
    std::string const offer = entry.offer ? entry.offer->appointment_id.text() : "";
    long long const until = entry.offer ? entry.offer->answer_until.ms : no_number;
    long long const ended = entry.ended_at ? entry.ended_at->ms : no_number;
    soci::statement st =
        (session.sql().prepare << update_entry, soci::use(state), soci::use(revision), soci::use(offer),
         soci::use(until), soci::use(ended), soci::use(entry.entry_id.text()), soci::use(expected));
    st.execute(true);
    return db::changed(st) == 1;
}

std::optional<WaitingEntry> find_waiting(db::Session& session, WaitingId const& id) {
    return db::first_of(select(session, "WHERE w.entry_id = :id", id.text()));
}

std::optional<WaitingEntry> find_waiting_by_code(db::Session& session, std::string const& code) {
    return db::first_of(select(session, "WHERE w.code = :code", code));
}

std::vector<WaitingEntry> waiting_at(db::Session& session, SiteId const& site, Instant ended_since) {
    return select(session,
                  "WHERE w.site_id = :site AND (w.ended_at IS NULL OR w.ended_at >= :since)"
                  " ORDER BY w.made_at, w.entry_id",
                  site.text(), ended_since.ms);
}

std::vector<WaitingEntry> waiting_in_order(db::Session& session, int most) {
    return select(session, "WHERE w.state = 'waiting' ORDER BY w.made_at, w.entry_id LIMIT :most", most);
}

std::vector<WaitingEntry> offers_to_settle(db::Session& session, Instant now, int most) {
    return select(session,
                  "JOIN appointment a ON a.appointment_id = w.offer_id WHERE w.state = 'offered'"
                  " AND (w.answer_until <= :now OR a.state <> 'held') ORDER BY w.answer_until, w.entry_id"
                  " LIMIT :most",
                  now.ms, most);
}

std::vector<WaitingEntry> waiting_until_before(db::Session& session, LocalDate day, int most) {
    return select(session,
                  "WHERE w.state = 'waiting' AND w.to_day < :day ORDER BY w.to_day, w.entry_id LIMIT :most",
                  to_iso(day), most);
}

bool any_place_freed(db::Session& session, Instant since) {
    long long const after = since.ms;
    long long count = 0;
    session.sql() << select_freed, soci::use(after), soci::into(count);
    return count > 0;
}

void insert_refusal(db::Session& session, WaitingId const& id, Instant starts_at) {
    long long const at = starts_at.ms;
    session.sql() << insert_refused, soci::use(id.text()), soci::use(at);
}

std::set<Instant> refused_times(db::Session& session, WaitingId const& id) {
    std::set<Instant> times;
    long long at = 0;
    soci::statement st = (session.sql().prepare << select_refused, soci::use(id.text()), soci::into(at));
    st.execute();
    while (st.fetch()) {
        times.insert(Instant{at});
    }
    return times;
}

std::int64_t erase_waiting(db::Session& session, Instant ended_before) {
    long long const before = ended_before.ms;
    session.sql() << delete_refusals, soci::use(before);
    soci::statement st = (session.sql().prepare << erase_entries, soci::use(before));
    st.execute(true);
    return db::changed(st);
}

} // namespace parvis::scheduling
