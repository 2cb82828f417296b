// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/slots/kept_supply_book_store.hpp"

#include "platform/db/sql.hpp"

#include <optional>
#include <utility>

namespace parvis::scheduling {

namespace {

constexpr char select_stamp[] = "SELECT stamp FROM supply_stamp";
constexpr std::int64_t day_ms = std::chrono::milliseconds(std::chrono::hours(24)).count();

/// Bookings ask for one moment each, spread over the weeks ahead: read together they are few readings.
constexpr std::int64_t weeks_ms = 28 * day_ms;

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

template <class Answer>
std::shared_ptr<Answer const> shared(Answer answer) {
    return std::make_shared<Answer const>(std::move(answer));
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

/// Somebody reads an answer; whoever wants the same one waits until it is kept, or until this went wrong:
/// just after a start all want the same.
class KeptSupplyBook::Reading {
  public:
    /// Under the lock.
    Reading(KeptSupplyBook const& book, std::string question) : book_(book), question_(std::move(question)) {
        book_.being_read_.insert(question_);
    }
    ~Reading() {
        {
            std::scoped_lock const lock(book_.mutex_);
            book_.being_read_.erase(question_);
        }
        book_.was_read_.notify_all();
    }
    Reading(Reading const&) = delete;
    Reading& operator=(Reading const&) = delete;

  private:
    KeptSupplyBook const& book_;
    std::string question_;
};

template <class Answer, class Load>
std::shared_ptr<Answer const> KeptSupplyBook::keep(std::int64_t stamp, Answers<Answer>& answers,
                                                   std::string const& question, Load const& load) const {
    std::optional<Reading> reading;
    {
        std::unique_lock lock(mutex_);
        while (is_current(stamp)) {
            if (auto const known = answers.find(question); known != answers.end()) {
                return known->second;
            }
            if (!being_read_.contains(question)) {
                reading.emplace(*this, question);
                break;
            }
            was_read_.wait(lock);
        }
    }
    std::shared_ptr<Answer const> const answer = load();
    std::scoped_lock const lock(mutex_);
    if (is_current(stamp)) {
        answers.insert_or_assign(question, answer);
    }
    return answer;
}

Result<Terms> KeptSupplyBook::terms_at(std::int64_t stamp, db::Session& session,
                                       std::vector<MotiveId> const& motives) const {
    return *keep(stamp, terms_, "terms " + texts_of(motives),
                 [&] { return shared(source_.terms(session, motives)); });
}

std::shared_ptr<Offered const> KeptSupplyBook::offered_at(std::int64_t stamp, db::Session& session,
                                                          OfferQuery const& query) const {
    auto const question = "offered " + texts_of(query.motives) + "@" + texts_of(query.sites) + "@" +
                          std::to_string(static_cast<int>(query.door)) + "@" + std::to_string(query.from.ms) +
                          "-" + std::to_string(query.to.ms);
    return keep(stamp, offered_, question, [&] { return source_.offered(session, query); });
}

Result<Terms> KeptSupplyBook::terms(db::Session& session, std::vector<MotiveId> const& motives) const {
    return terms_at(stamp_of(session), session, motives);
}

std::shared_ptr<Offered const> KeptSupplyBook::offered(db::Session& session, OfferQuery const& query) const {
    auto days = query;
    days.from = {query.from.ms / day_ms * day_ms};
    days.to = {(query.to.ms + day_ms - 1) / day_ms * day_ms};
    return offered_at(stamp_of(session), session, days);
}

Result<OnOffer> KeptSupplyBook::on_offer(db::Session& session, OfferQuery const& query) const {
    auto const stamp = stamp_of(session);
    auto const found = terms_at(stamp, session, query.motives);
    if (!found) {
        return found.error();
    }
    auto weeks = query;
    weeks.from = {query.from.ms / weeks_ms * weeks_ms};
    weeks.to = {(query.to.ms + weeks_ms - 1) / weeks_ms * weeks_ms};
    return OnOffer{*found, offered_at(stamp, session, weeks)};
}

std::vector<OpenSpan> KeptSupplyBook::windows(db::Session& session, std::vector<MotiveId> const& motives,
                                              SiteId const& site, Instant from, Instant to) const {
    Instant const first = {from.ms / day_ms * day_ms};
    Instant const last = {(to.ms + day_ms - 1) / day_ms * day_ms};
    auto const question = "windows " + texts_of(motives) + "@" + site.text() + "@" +
                          std::to_string(first.ms) + "-" + std::to_string(last.ms);
    return *keep(stamp_of(session), windows_, question,
                 [&] { return shared(source_.windows(session, motives, site, first, last)); });
}

std::vector<NearSite> KeptSupplyBook::sites_near(db::Session& session, SiteId const& site, int metres) const {
    return *keep(stamp_of(session), near_, "near " + site.text() + std::to_string(metres),
                 [&] { return shared(source_.sites_near(session, site, metres)); });
}

} // namespace parvis::scheduling
