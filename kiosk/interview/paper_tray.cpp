// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/paper_tray.hpp"

#include <algorithm>
#include <set>

namespace parvis::kiosk {

using kiosk_protocol::Decision;
using kiosk_protocol::Paper;
using kiosk_protocol::PaperState;

namespace {

Error unknown_paper(std::string pointer = "/paper_id") {
    return fail(ErrorCode::not_found, "paper_unknown", std::move(pointer));
}

template <class Range>
auto position(Range& kept, PaperId const& paper) {
    return std::ranges::find_if(kept, [&](auto const& one) { return one.paper.paper_id == paper; });
}

std::string mebibytes(std::size_t bytes) {
    return std::to_string(bytes >> 20U);
}

} // namespace

std::size_t PaperTray::held_bytes() const {
    std::set<SecretBytes const*> contents;
    for (auto const& one : kept_) {
        contents.insert(one.content.get());
        if (one.origin) {
            contents.insert(one.origin->scanned.get());
        }
    }
    std::size_t bytes = 0;
    for (auto const* content : contents) {
        bytes += content->size();
    }
    return bytes;
}

Result<void> PaperTray::fits_with_held(std::size_t bytes) const {
    if (bytes > limits_.paper_bytes) {
        return fail(ErrorCode::too_large, "paper_too_large", {},
                    {{"limit_mib", mebibytes(limits_.paper_bytes)}});
    }
    if (held_bytes() + bytes > limits_.all_bytes) {
        return fail(ErrorCode::too_large, "tray_full", {}, {{"limit_mib", mebibytes(limits_.all_bytes)}});
    }
    return {};
}

Result<void> PaperTray::may_keep(std::size_t bytes) const {
    std::lock_guard const hold(mutex_);
    return fits_with_held(bytes);
}

Result<Paper> PaperTray::put(Paper paper, std::span<std::byte const> bytes,
                             std::optional<PageOrigin> origin) {
    if (auto const fits = may_keep(bytes.size()); !fits) {
        return fits.error();
    }
    return put(std::move(paper), std::make_shared<SecretBytes const>(bytes), std::move(origin));
}

Result<Paper> PaperTray::put(Paper paper, std::shared_ptr<SecretBytes const> content,
                             std::optional<PageOrigin> origin) {
    std::lock_guard const hold(mutex_);
    if (auto const fits = fits_with_held(content->size()); !fits) {
        return fits.error();
    }
    paper.bytes = static_cast<std::int64_t>(content->size());
    if (!origin && paper.page_number) {
        origin = PageOrigin{content, {}};
    }
    kept_.push_back({paper, std::move(content), std::move(origin)});
    return paper;
}

Result<void> PaperTray::decide(PaperId const& paper, Decision decision) {
    std::lock_guard const hold(mutex_);
    auto const found = position(kept_, paper);
    if (found == kept_.end()) {
        return unknown_paper();
    }
    if (decision == Decision::send) {
        found->paper.state = PaperState::agreed;
        return {};
    }
    if (found->paper.state == PaperState::agreed) {
        return fail(ErrorCode::conflict, "paper_already_agreed", "/paper_id");
    }
    auto const scan = found->origin ? found->origin->scanned : nullptr;
    std::erase_if(kept_, [&](Kept const& one) {
        auto const same_scan = scan && one.origin && one.origin->scanned == scan;
        return one.paper.paper_id == paper || (same_scan && one.paper.state != PaperState::agreed);
    });
    return {};
}

bool PaperTray::drop(PaperId const& paper) {
    std::lock_guard const hold(mutex_);
    return std::erase_if(kept_, [&](Kept const& one) { return one.paper.paper_id == paper; }) > 0;
}

std::optional<Paper> PaperTray::find(PaperId const& paper) const {
    std::lock_guard const hold(mutex_);
    auto const found = position(kept_, paper);
    return found == kept_.end() ? std::nullopt : std::optional(found->paper);
}

Result<PaperContent> PaperTray::content(PaperId const& paper) const {
    std::lock_guard const hold(mutex_);
    auto const found = position(kept_, paper);
    if (found == kept_.end()) {
        return unknown_paper();
    }
    return found->content;
}

Result<PageOrigin> PaperTray::origin(PaperId const& paper) const {
    std::lock_guard const hold(mutex_);
    auto const found = position(kept_, paper);
    if (found == kept_.end()) {
        return unknown_paper();
    }
    if (!found->origin) {
        return fail(ErrorCode::invalid_input, "paper_not_a_page", "/paper_id");
    }
    return *found->origin;
}

Result<std::vector<PaperContent>> PaperTray::agreed_pages(std::vector<PaperId> const& papers) const {
    if (papers.empty()) {
        return fail(ErrorCode::invalid_input, "papers_missing", "/paper_ids");
    }
    std::lock_guard const hold(mutex_);
    std::vector<PaperContent> contents;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        auto const pointer = "/paper_ids/" + std::to_string(i);
        auto const found = position(kept_, papers[i]);
        if (found == kept_.end()) {
            return unknown_paper(pointer);
        }
        if (found->paper.state != PaperState::agreed) {
            return fail(ErrorCode::forbidden, "paper_not_agreed", pointer);
        }
        if (!found->origin) {
            return fail(ErrorCode::invalid_input, "paper_not_a_page", pointer);
        }
        contents.push_back(found->content);
    }
    return contents;
}

std::vector<Paper> PaperTray::list() const {
    std::lock_guard const hold(mutex_);
    std::vector<Paper> papers;
    for (auto const& one : kept_) {
        papers.push_back(one.paper);
    }
    return papers;
}

bool PaperTray::empty() const {
    std::lock_guard const hold(mutex_);
    return kept_.empty();
}

TrayCounts PaperTray::wipe() {
    std::lock_guard const hold(mutex_);
    TrayCounts counts{static_cast<std::int64_t>(kept_.size()), static_cast<std::int64_t>(held_bytes())};
    kept_.clear();
    return counts;
}

} // namespace parvis::kiosk
