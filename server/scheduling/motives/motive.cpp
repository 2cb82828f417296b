// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/motives/motive.hpp"

#include <algorithm>

namespace parvis::scheduling {

using kiosk_protocol::PlainWords;

namespace {

constexpr std::size_t longest_words = 200;
constexpr std::size_t most_papers = 30;
constexpr std::size_t most_communes = 1'000;
constexpr int longest_minutes = 4 * 60;
constexpr int most_notice_days = 400;
constexpr int longest_limit_minutes = 30 * 24 * 60;

Error wrong(std::string reason, std::string pointer, ErrorArguments arguments = {}) {
    return fail(ErrorCode::invalid_input, std::move(reason), std::move(pointer), std::move(arguments));
}

Error too_many(std::string reason, std::string pointer, std::size_t most) {
    return wrong(std::move(reason), std::move(pointer), {{"most", std::to_string(most)}});
}

Result<void> check_words(PlainWords const& words, std::string const& pointer, char const* missing) {
    if (words.fr.empty() || words.en.empty()) {
        return wrong(missing, pointer + (words.fr.empty() ? "/fr" : "/en"));
    }
    if (words.fr.size() > longest_words || words.en.size() > longest_words) {
        return too_many("words_too_long", pointer, longest_words);
    }
    return {};
}

Result<void> check_papers(std::vector<PlainWords> const& papers) {
    if (papers.size() > most_papers) {
        return too_many("papers_too_many", "/papers", most_papers);
    }
    for (std::size_t i = 0; i < papers.size(); ++i) {
        if (auto sound = check_words(papers[i], "/papers/" + std::to_string(i), "paper_words_missing");
            !sound) {
            return sound;
        }
    }
    return {};
}

Result<void> check_times(MotiveForm const& motive) {
    if (motive.duration_minutes < 5 || motive.duration_minutes % 5 != 0 ||
        motive.duration_minutes > longest_minutes) {
        return wrong("motive_duration_wrong", "/duration_minutes");
    }
    if (motive.notice_least_minutes < 0 || motive.notice_most_days < 1 ||
        motive.notice_most_days > most_notice_days ||
        motive.notice_least_minutes > motive.notice_most_days * 24 * 60) {
        return wrong("notice_wrong", "/notice_most_days");
    }
    if (motive.cancellation_limit_minutes < 0 || motive.cancellation_limit_minutes > longest_limit_minutes) {
        return wrong("cancellation_limit_wrong", "/cancellation_limit_minutes");
    }
    return {};
}

Result<void> check_modalities(std::vector<Modality> const& modalities) {
    if (modalities.empty()) {
        return wrong("modalities_missing", "/modalities");
    }
    for (std::size_t i = 0; i < modalities.size(); ++i) {
        if (std::count(modalities.begin(), modalities.end(), modalities[i]) > 1) {
            return wrong("modality_twice", "/modalities/" + std::to_string(i));
        }
    }
    return {};
}

/// Five characters: digits, or 2A and 2B of Corsica and three digits (INSEE, code officiel géographique).
bool is_commune_code(std::string const& code) {
    auto const digits = [&](std::size_t from) {
        return std::all_of(code.begin() + static_cast<std::ptrdiff_t>(from), code.end(),
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    return code.size() == 5 &&
           (digits(0) || ((code.starts_with("2A") || code.starts_with("2B")) && digits(2)));
}

Result<void> check_communes(std::vector<std::string> const& communes) {
    if (communes.size() > most_communes) {
        return too_many("communes_too_many", "/communes", most_communes);
    }
    for (std::size_t i = 0; i < communes.size(); ++i) {
        if (!is_commune_code(communes[i])) {
            return wrong("commune_code_malformed", "/communes/" + std::to_string(i));
        }
    }
    return {};
}

} // namespace

Result<void> check_motive(MotiveForm const& motive) {
    if (auto sound = check_words(motive.label, "/label", "motive_label_missing"); !sound) {
        return sound;
    }
    if (motive.acronym.size() > longest_words) {
        return too_many("words_too_long", "/acronym", longest_words);
    }
    if (auto sound = check_papers(motive.papers); !sound) {
        return sound;
    }
    if (auto sound = check_times(motive); !sound) {
        return sound;
    }
    if (auto sound = check_modalities(motive.modalities); !sound) {
        return sound;
    }
    return check_communes(motive.communes);
}

bool serves(Supply const& supply, Motive const& motive) {
    auto const contains = [](auto const& list, auto const& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    return supply.partner_id == motive.partner_id && contains(motive.modalities, supply.modality) &&
           (supply.motives.empty() || contains(supply.motives, motive.motive_id));
}

} // namespace parvis::scheduling
