// SPDX-License-Identifier: EUPL-1.2
// The papers of the interview that runs, in memory and nowhere else.
#pragma once

#include "kiosk/interview/secret_bytes.hpp"
#include "kiosk_protocol/page_link.hpp"
#include "platform/result/result.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parvis::kiosk {

using PaperContent = std::shared_ptr<SecretBytes const>;

/// A page as it was scanned, and what the adviser has done to it since: each retouch starts from the scan
/// again, so that nothing is compressed twice.
struct PageOrigin {
    PaperContent scanned;
    std::vector<kiosk_protocol::RetouchOperation> operations;
};

struct TrayLimits {
    std::size_t paper_bytes = 64U << 20U;
    std::size_t all_bytes = 256U << 20U;
};

struct TrayCounts {
    std::int64_t papers = 0;
    std::int64_t bytes = 0;
};

/// Any thread. Content that a reader still holds is overwritten when that reader lets go.
class PaperTray {
  public:
    explicit PaperTray(TrayLimits limits = {}) : limits_(limits) {}

    /// Keeps a copy of `bytes` under `paper.paper_id`; `paper.bytes` is filled in. Errors: too_large
    /// "paper_too_large", "tray_full" (limit_mib); nothing is dropped to make room.
    Result<kiosk_protocol::Paper> put(kiosk_protocol::Paper paper, std::span<std::byte const> bytes,
                                      std::optional<PageOrigin> origin = std::nullopt);
    /// The same without a copy.
    Result<kiosk_protocol::Paper> put(kiosk_protocol::Paper paper, std::shared_ptr<SecretBytes const> content,
                                      std::optional<PageOrigin> origin = std::nullopt);

    /// The citizen's word. `keep` drops the paper, and what was derived from the same scan and is not agreed.
    /// Saying the same again is harmless; a paper that was agreed cannot be taken back. Errors: not_found
    /// "paper_unknown", conflict "paper_already_agreed".
    Result<void> decide(PaperId const& paper, kiosk_protocol::Decision decision);
    /// False when it is not there.
    bool drop(PaperId const& paper);

    std::optional<kiosk_protocol::Paper> find(PaperId const& paper) const;
    /// Error not_found "paper_unknown".
    Result<PaperContent> content(PaperId const& paper) const;
    /// The scan to retouch; a paper that was not scanned here is invalid_input "paper_not_a_page".
    Result<PageOrigin> origin(PaperId const& paper) const;
    /// All of them, in that order. Errors with pointer "/paper_ids/N": not_found "paper_unknown", forbidden
    /// "paper_not_agreed", invalid_input "paper_not_a_page"; invalid_input "papers_missing" for none at all.
    Result<std::vector<PaperContent>> agreed_pages(std::vector<PaperId> const& papers) const;

    /// In the order they came.
    std::vector<kiosk_protocol::Paper> list() const;
    bool empty() const;
    /// Drops everything and says how much that was.
    TrayCounts wipe();

  private:
    struct Kept {
        kiosk_protocol::Paper paper;
        PaperContent content;
        std::optional<PageOrigin> origin;
    };
    std::size_t held_bytes() const;
    Result<void> fits_with_held(std::size_t bytes) const;
    Result<void> may_keep(std::size_t bytes) const;

    TrayLimits limits_;
    mutable std::mutex mutex_;
    std::vector<Kept> kept_;
};

} // namespace parvis::kiosk
