// SPDX-License-Identifier: EUPL-1.2
// The citizen's receipt: what was done, what is still to do, and a code to find it again. Words first, then
// layout.
#pragma once

#include "platform/text/catalogue.hpp"
#include "server/interview/console_link.hpp"

#include <string>
#include <utility>
#include <vector>

namespace parvis::interview {

/// The facts.
struct Receipt {
    Language language = Language::fr;
    Instant held_at;
    kiosk_protocol::SiteCard site;
    PartnerCard partner;
    PlainWords subject_label;
    std::string adviser_name; ///< first name
    std::string code;
    OutcomeKind outcome{};
    std::vector<std::string> done;
    std::vector<NextStep> next_steps;
};

/// What stands on the paper, from top to bottom; all that the layout needs.
struct ReceiptSheet {
    struct Step {
        std::string what;
        std::string who;     ///< "You" or a name, with its label
        std::string by_date; ///< with its label; empty: no date
    };
    std::string language; ///< BCP 47
    std::string title;
    std::vector<std::pair<std::string, std::string>> facts; ///< label and value
    std::string code_label;
    std::string code;
    std::string outcome;
    std::string done_title;
    std::vector<std::string> done;
    std::string steps_title;
    std::vector<Step> steps;
    std::string nothing_to_do; ///< instead of the steps when there are none
    std::string help;          ///< where to call
};

/// In the language of the interview.
ReceiptSheet words_of(Receipt const& receipt, text::Catalogue const& catalogue);

/// A4 PDF, nothing smaller than 16 points, text selectable, structure tagged, language told. As many pages as
/// it takes. Throws std::runtime_error when the PDF cannot be made. Any thread; takes tens of milliseconds:
/// workers only.
std::string receipt_pdf(ReceiptSheet const& sheet);

} // namespace parvis::interview
