// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/recurrence.hpp"

#include <array>
#include <libical/ical.h>
#include <memory>
#include <regex>
#include <set>
#include <utility>

namespace parvis {
namespace {

constexpr std::size_t longest_rule = 500;

struct Part {
    char const* name;
    char const* value; ///< what RFC 5545 allows, as a regular expression
};
// libical overlooks much (an INTERVAL of 0, a part that it does not know): what it is given is checked
// before.
constexpr std::array parts = {
    Part{"FREQ", "DAILY|WEEKLY|MONTHLY|YEARLY"},
    Part{"INTERVAL", "[1-9][0-9]{0,2}"},
    Part{"COUNT", "[1-9][0-9]{0,3}"},
    Part{"UNTIL", "[0-9]{8}"},
    Part{"WKST", "MO|TU|WE|TH|FR|SA|SU"},
    Part{"BYDAY",
         "([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)){0,30}"},
    Part{"BYMONTHDAY", "[+-]?([1-9]|[12][0-9]|3[01])(,[+-]?([1-9]|[12][0-9]|3[01])){0,30}"},
    Part{"BYMONTH", "([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}"},
    Part{"BYYEARDAY", "[+-]?[1-9][0-9]{0,2}(,[+-]?[1-9][0-9]{0,2}){0,30}"},
    Part{"BYWEEKNO", "[+-]?[1-9][0-9]?(,[+-]?[1-9][0-9]?){0,30}"},
    Part{"BYSETPOS", "[+-]?[1-9][0-9]{0,2}(,[+-]?[1-9][0-9]{0,2}){0,30}"},
};
std::set<std::string_view> const not_of_days = {"BYHOUR", "BYMINUTE", "BYSECOND"};
std::set<std::string_view> const shorter_than_a_day = {"FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY"};

Error unreadable(std::string_view part) {
    return fail(ErrorCode::invalid_input, "recurrence_unreadable", {}, {{"part", std::string(part)}});
}

Error not_days(std::string_view part) {
    return fail(ErrorCode::invalid_input, "recurrence_not_of_days", {}, {{"part", std::string(part)}});
}

std::vector<std::string_view> split(std::string_view rule) {
    std::vector<std::string_view> found;
    for (;;) {
        auto const end = rule.find(';');
        found.push_back(rule.substr(0, end));
        if (end == std::string_view::npos) {
            return found;
        }
        rule.remove_prefix(end + 1);
    }
}

std::string_view name_of(std::string_view part) {
    return part.substr(0, part.find('='));
}

Result<void> check_part(std::string_view part) {
    auto const name = name_of(part);
    if (not_of_days.contains(name) || shorter_than_a_day.contains(part)) {
        return not_days(part);
    }
    if (name == "UNTIL" && part.size() > 14 && part[14] == 'T') {
        return not_days(part);
    }
    static auto const known = [] {
        std::vector<std::pair<std::string_view, std::regex>> made;
        made.reserve(std::size(parts));
        for (auto const& each : parts) {
            made.emplace_back(each.name, std::regex(each.value, std::regex::extended));
        }
        return made;
    }();
    for (auto const& [known_name, value] : known) {
        if (name == known_name && part.size() > name.size() + 1) {
            auto const text = part.substr(name.size() + 1);
            return std::regex_match(text.begin(), text.end(), value) ? Result<void>() : unreadable(part);
        }
    }
    return unreadable(part);
}

LocalDate date_of(icaltimetype const& time) {
    return {time.year, time.month, time.day};
}

icaltimetype time_of(LocalDate date) {
    // Not icaltime_null_date(): its hour is -1, which sends the iterator astray.
    icaltimetype time{};
    time.is_date = 1;
    time.year = date.year;
    time.month = date.month;
    time.day = date.day;
    return time;
}

Result<void> check_parts(std::string_view rule) {
    if (rule.size() > longest_rule) {
        return unreadable(rule.substr(0, 40));
    }
    std::set<std::string_view> seen;
    for (auto const part : split(rule)) {
        if (auto sound = check_part(part); !sound) {
            return sound;
        }
        LocalDate until;
        if (name_of(part) == "UNTIL" &&
            !parse_iso(std::string(part.substr(6, 4)) + '-' + std::string(part.substr(10, 2)) + '-' +
                           std::string(part.substr(12, 2)),
                       until)) {
            return unreadable(part);
        }
        if (!seen.insert(name_of(part)).second) {
            return unreadable(part);
        }
    }
    if (!seen.contains("FREQ")) {
        return unreadable(rule);
    }
    if (seen.contains("COUNT") && seen.contains("UNTIL")) {
        return unreadable("COUNT, UNTIL");
    }
    return {};
}

/// Gives the days of a rule one after the other.
class Days {
  public:
    static Result<Days> of(LocalDate first_day, std::string_view rule) {
        if (auto const sound = check_parts(rule); !sound) {
            return sound.error();
        }
        icalerror_clear_errno();
        auto const recurrence = icalrecurrencetype_from_string(std::string(rule).c_str());
        if (recurrence.freq == ICAL_NO_RECURRENCE || icalerrno != ICAL_NO_ERROR) {
            return unreadable(rule);
        }
        return Days(icalrecur_iterator_new(recurrence, time_of(first_day)));
    }

    std::optional<LocalDate> next() {
        if (!iterator_) { // libical saw that there is no first one
            return std::nullopt;
        }
        auto const time = icalrecur_iterator_next(iterator_.get());
        return icaltime_is_null_time(time) != 0 ? std::nullopt : std::optional(date_of(time));
    }

  private:
    explicit Days(icalrecur_iterator* iterator) : iterator_(iterator, icalrecur_iterator_free) {}
    std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)> iterator_;
};

} // namespace

Result<void> check_recurrence(LocalDate first_day, std::string_view rule) {
    if (rule.empty()) {
        return {};
    }
    auto days = Days::of(first_day, rule);
    if (!days) {
        return days.error();
    }
    return days->next() ? Result<void>() : fail(ErrorCode::invalid_input, "recurrence_never");
}

Result<std::vector<LocalDate>> recurring_days(LocalDate first_day, std::string_view rule, LocalDate from,
                                              LocalDate to) {
    std::vector<LocalDate> found;
    if (rule.empty()) {
        if (from <= first_day && first_day <= to) {
            found.push_back(first_day);
        }
        return found;
    }
    auto days = Days::of(first_day, rule);
    if (!days) {
        return days.error();
    }
    for (std::size_t count = 0; count < most_recurring_days; ++count) {
        auto const day = days->next();
        if (!day || *day > to) {
            return found;
        }
        if (*day >= from) {
            found.push_back(*day);
        }
    }
    return fail(ErrorCode::invalid_input, "recurrence_too_long", {},
                {{"most", std::to_string(most_recurring_days)}});
}

Result<std::optional<LocalDate>> last_recurring_day(LocalDate first_day, std::string_view rule) {
    if (rule.empty()) {
        return std::optional(first_day);
    }
    auto days = Days::of(first_day, rule);
    if (!days) {
        return days.error();
    }
    bool const may_end =
        rule.find("COUNT=") != std::string_view::npos || rule.find("UNTIL=") != std::string_view::npos;
    std::optional<LocalDate> last;
    for (std::size_t count = 0; may_end && count < most_recurring_days; ++count) {
        auto const day = days->next();
        if (!day) {
            return last;
        }
        last = day;
    }
    return std::optional<LocalDate>();
}

Result<std::string> ended_by(LocalDate first_day, std::string_view rule, LocalDate last_day) {
    auto const ends = last_recurring_day(first_day, rule);
    if (!ends) {
        return ends.error();
    }
    if (*ends && **ends <= last_day) {
        return std::string(rule);
    }
    std::string ended;
    for (auto const part : split(rule)) {
        if (name_of(part) != "COUNT" && name_of(part) != "UNTIL") {
            ended += std::string(part) + ';';
        }
    }
    auto date = to_iso(last_day);
    std::erase(date, '-');
    return ended + "UNTIL=" + date;
}

} // namespace parvis
