// SPDX-License-Identifier: EUPL-1.2
#include "server/places/place_index.hpp"

#include "platform/text/folding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace parvis::places {

namespace {

constexpr std::size_t least_typed = 2;
constexpr std::size_t longest_compared = 60;
/// Somewhere with counters around is meant rather than a namesake far away, unless that fits far better.
constexpr int far_away = 2;

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::int64_t microdegrees(std::string_view degrees) {
    double value = 0;
    auto const read = std::from_chars(degrees.data(), degrees.data() + degrees.size(), value);
    if (read.ec != std::errc() || read.ptr != degrees.data() + degrees.size()) {
        throw std::runtime_error("a place without a position");
    }
    return std::llround(value * 1e6);
}

Place place_in(std::string_view line) {
    auto const fields = split(line, ';');
    if (fields.size() != 8) {
        throw std::runtime_error("a line of places has not eight fields");
    }
    Place place{std::string(fields[0]),  std::string(fields[1]), {}, microdegrees(fields[3]),
                microdegrees(fields[4]), !fields[5].empty(),     0,  std::nullopt};
    std::from_chars(fields[6].data(), fields[6].data() + fields[6].size(), place.population);
    if (!fields[2].empty()) {
        for (auto const postcode : split(fields[2], ' ')) {
            place.postcodes.emplace_back(postcode);
        }
    }
    if (!fields[7].empty()) {
        place.part_of = std::string(fields[7]);
    }
    return place;
}

/// "st cirq" -> "saint cirq": written short as often as not.
std::string fold_name(std::string_view name) {
    std::string whole;
    auto const folded = text::fold(name);
    for (auto const word : split(folded, ' ')) {
        whole += whole.empty() ? "" : " ";
        whole += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
    }
    return whole;
}

bool is_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Slips between what was typed and the beginning of a name that fits best: a letter wrong, missing, too
/// many, or two changed over. The last letters may not have been typed yet. More than `most`: most + 1.
int slips(std::string_view typed, std::string_view name, int most) {
    using Line = std::array<int, longest_compared + 1>;
    auto const width =
        std::min({name.size(), typed.size() + static_cast<std::size_t>(most), longest_compared});
    Line two_before{};
    Line before{};
    Line line{};
    std::iota(before.begin(), before.end(), 0);
    for (std::size_t row = 1; row <= typed.size(); ++row) {
        line[0] = static_cast<int>(row);
        int least = line[0];
        for (std::size_t column = 1; column <= width; ++column) {
            bool const same = typed[row - 1] == name[column - 1];
            line[column] =
                std::min({before[column] + 1, line[column - 1] + 1, before[column - 1] + (same ? 0 : 1)});
            if (row > 1 && column > 1 && typed[row - 1] == name[column - 2] &&
                typed[row - 2] == name[column - 1]) {
                line[column] = std::min(line[column], two_before[column - 2] + 1);
            }
            least = std::min(least, line[column]);
        }
        if (least > most) {
            return most + 1;
        }
        two_before = before;
        before = line;
    }
    return *std::min_element(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(width) + 1);
}

int slips_forgiven(std::string_view typed) {
    return typed.size() >= 8 ? 2 : typed.size() >= 4 ? 1 : 0;
}

std::optional<int> plain_misfit(std::string_view typed, std::string_view name) {
    if (typed == name) {
        return 0;
    }
    if (name.starts_with(typed)) {
        return 1;
    }
    return text::has_word_beginning_with(name, typed) ? std::optional(2) : std::nullopt;
}

std::optional<int> slipped_misfit(std::string_view typed, std::string_view name) {
    int const most = slips_forgiven(typed);
    if (most == 0 || typed.size() > longest_compared) {
        return std::nullopt;
    }
    int const made = slips(typed, name, most);
    return made <= most ? std::optional(2 + made) : std::nullopt;
}

} // namespace

std::string departement_of(Place const& place) {
    return place.code.substr(0, place.code.starts_with("97") ? 3 : 2);
}

std::optional<int> misfit(std::string_view typed, std::string_view name) {
    auto const plain = plain_misfit(typed, name);
    return plain ? plain : slipped_misfit(typed, name);
}

PlaceIndex::PlaceIndex(std::string_view lines) {
    for (auto const line : split(lines, '\n')) {
        if (!line.empty()) {
            auto place = place_in(line);
            auto folded = fold_name(place.name);
            places_.push_back({std::move(place), std::move(folded)});
        }
    }
}

std::optional<Place> PlaceIndex::named(std::string_view code) const {
    auto const found =
        std::ranges::find_if(places_, [&](Entry const& one) { return one.place.code == code; });
    return found == places_.end() ? std::nullopt : std::optional(found->place);
}

std::vector<Place> PlaceIndex::find(std::string_view typed, std::size_t most,
                                    IsServed const& is_served) const {
    struct Fitting {
        int score;
        Entry const* entry;
    };
    auto wanted = fold_name(typed);
    std::vector<Fitting> fitting;
    if (wanted.size() < least_typed) {
        return {};
    }
    auto const keep = [&](Entry const& entry, std::optional<int> fit) {
        if (fit) {
            fitting.push_back({*fit + (is_served(entry.place) ? 0 : far_away), &entry});
        }
    };
    std::string digits = wanted;
    std::erase(digits, ' ');
    if (is_digits(digits)) {
        for (auto const& entry : places_) {
            bool const has = std::ranges::any_of(
                entry.place.postcodes, [&](auto const& postcode) { return postcode.starts_with(digits); });
            keep(entry, has ? std::optional(entry.place.part_of ? 1 : 0) : std::nullopt);
        }
    } else {
        for (auto const& entry : places_) {
            keep(entry, plain_misfit(wanted, entry.folded));
        }
        // Slips are looked for only when nothing close by is written like this: they cost more.
        if (std::ranges::none_of(fitting, [](Fitting const& one) { return one.score < far_away; })) {
            for (auto const& entry : places_) {
                keep(entry, plain_misfit(wanted, entry.folded) ? std::nullopt
                                                               : slipped_misfit(wanted, entry.folded));
            }
        }
    }
    auto const last = fitting.begin() + static_cast<std::ptrdiff_t>(std::min(most, fitting.size()));
    std::partial_sort(fitting.begin(), last, fitting.end(), [](Fitting const& a, Fitting const& b) {
        if (a.score != b.score) {
            return a.score < b.score;
        }
        auto const& left = a.entry->place;
        auto const& right = b.entry->place;
        return left.population != right.population ? left.population > right.population
                                                   : left.code < right.code;
    });
    std::vector<Place> found;
    std::transform(fitting.begin(), last, std::back_inserter(found),
                   [](Fitting const& one) { return one.entry->place; });
    return found;
}

} // namespace parvis::places
