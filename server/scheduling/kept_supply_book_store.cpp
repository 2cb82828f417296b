// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/kept_supply_book_store.hpp"

#include "platform/db/sql.hpp"

namespace parvis::scheduling {

namespace {

constexpr char select_stamp[] = "SELECT stamp FROM supply_stamp";
constexpr std::int64_t day_ms = std::chrono::milliseconds(std::chrono::hours(24)).count();

std::int64_t stamp_of(db::Session& session) {
    long long stamp = 0;
    session.sql() << select_stamp, soci::into(stamp);
    return stamp;
}

template <class AnyId>
std::string texts_of(std::vector<AnyId> const& ids) {
    std::string texts;
    for (auto const& id : ids) {
        texts += id.text();
    }
    return texts;
}

} // namespace

KeptSupplyBook::KeptSupplyBook(SupplyBook const& source, std::size_t most) : source_(source), most_(most) {}

bool KeptSupplyBook::is_current(std::int64_t stamp) const {
    if (stamp > stamp_ || terms_.size() + offered_.size() + windows_.size() + near_.size() > most_) {
        terms_.clear();
        offered_.clear();
        windows_.clear();
        near_.clear();
        stamp_ = std::max(stamp, stamp_);
    }
    return stamp == stamp_;
}

template <class Answer, class Load>
Answer KeptSupplyBook::keep(db::Session& session, Answers<Answer>& answers, std::string const& question,
                            Load const& load) const {
    auto const stamp = stamp_of(session);
    {
        std::scoped_lock const lock(mutex_);
        if (is_current(stamp)) {
            if (auto const known = answers.find(question); known != answers.end()) {
                return known->second;
            }
        }
    }
    auto answer = load();
    std::scoped_lock const lock(mutex_);
    if (is_current(stamp)) {
        answers.insert_or_assign(question, answer);
    }
    return answer;
}

Result<Terms> KeptSupplyBook::terms(db::Session& session, std::vector<MotiveId> const& motives) const {
    return keep(session, terms_, texts_of(motives), [&] { return source_.terms(session, motives); });
}

Offered KeptSupplyBook::offered(db::Session& session, OfferQuery const& query) const {
    auto days = query;
    days.from = {query.from.ms / day_ms * day_ms};
    days.to = {(query.to.ms + day_ms - 1) / day_ms * day_ms};
    auto const question = texts_of(days.motives) + "@" + texts_of(days.sites) + "@" +
                          std::to_string(static_cast<int>(days.door)) + "@" + std::to_string(days.from.ms) +
                          "-" + std::to_string(days.to.ms);
    return keep(session, offered_, question, [&] { return source_.offered(session, days); });
}

std::vector<OpenSpan> KeptSupplyBook::windows(db::Session& session, std::vector<MotiveId> const& motives,
                                              SiteId const& site, Instant from, Instant to) const {
    Instant const first = {from.ms / day_ms * day_ms};
    Instant const last = {(to.ms + day_ms - 1) / day_ms * day_ms};
    auto const question = texts_of(motives) + "@" + site.text() + "@" + std::to_string(first.ms) + "-" +
                          std::to_string(last.ms);
    return keep(session, windows_, question,
                [&] { return source_.windows(session, motives, site, first, last); });
}

std::vector<NearSite> KeptSupplyBook::sites_near(db::Session& session, SiteId const& site, int metres) const {
    return keep(session, near_, site.text() + std::to_string(metres),
                [&] { return source_.sites_near(session, site, metres); });
}

} // namespace parvis::scheduling
