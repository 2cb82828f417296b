// SPDX-License-Identifier: EUPL-1.2
// Why somebody comes: plain words first, the body's acronym second, and what follows for booking. Pure.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "platform/result/result.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <string>
#include <vector>

namespace parvis::scheduling {

/// What a manager fills in. `notice_least_minutes`, `notice_most_days`: an appointment is booked at least and
/// at most so long before. `cancellation_limit_minutes`: until so long before it may be cancelled.
/// `communes`: INSEE codes whose people are served; none: all.
struct MotiveForm {
    PartnerId partner_id;
    std::string subject; ///< of the network
    kiosk_protocol::PlainWords label;
    std::string acronym;
    int duration_minutes{};
    std::vector<kiosk_protocol::PlainWords> papers;
    int notice_least_minutes{};
    int notice_most_days{};
    int cancellation_limit_minutes{};
    std::vector<Modality> modalities;
    std::vector<std::string> communes;
};
BOOST_DESCRIBE_STRUCT(MotiveForm, (),
                      (partner_id, subject, label, acronym, duration_minutes, papers, notice_least_minutes,
                       notice_most_days, cancellation_limit_minutes, modalities, communes))

struct Motive : MotiveForm {
    MotiveId motive_id;
    NetworkId network_id;
};
BOOST_DESCRIBE_STRUCT(Motive, (MotiveForm), (motive_id, network_id))

/// Errors (invalid_input, with pointer): motive_label_missing (both languages), words_too_long (most),
/// motive_duration_wrong (a multiple of five minutes, up to four hours), paper_words_missing, papers_too_many
/// (most), notice_wrong (/notice_most_days: 1 to 400 days and not before the earliest moment),
/// cancellation_limit_wrong (up to 30 days), modalities_missing, modality_twice, commune_code_malformed,
/// communes_too_many (most).
Result<void> check_motive(MotiveForm const& motive);

/// A supply serves the motives of its body that allow its modality: those that it names, or all when it names
/// none.
bool serves(Supply const& supply, Motive const& motive);

} // namespace parvis::scheduling
