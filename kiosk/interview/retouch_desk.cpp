// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/retouch_desk.hpp"

#include "platform/json/encode.hpp"
#include "platform/log/log.hpp"

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

RetouchDesk::RetouchDesk(Imaging& imaging, PaperTray& tray, Clock const& clock, TellPage tell)
    : imaging_(imaging), tray_(tray), clock_(clock), tell_(std::move(tell)) {}

void RetouchDesk::tell_failed(CommandId const& command, Error const& error) {
    log::warn("page_work_failed", {{"cause", describe(error)}});
    tell_(json::encode(to_page::CommandFailed{command, error.reason}).as_object());
}

void RetouchDesk::keep(CommandId const& command, Paper paper, ByteView bytes,
                       std::optional<PageOrigin> origin, std::optional<PaperId> replaces) {
    paper.paper_id = PaperId::make(clock_.now());
    auto const kept = tray_.put(std::move(paper), bytes, std::move(origin));
    if (!kept) {
        tell_failed(command, kept.error());
        return;
    }
    tell_(json::encode(to_page::PaperReady{command, *kept, std::move(replaces)}).as_object());
}

Result<void> RetouchDesk::retouch(CommandId const& command, PaperId const& paper,
                                  RetouchOperation const& operation) {
    auto origin = tray_.origin(paper);
    if (!origin) {
        return origin.error();
    }
    origin->operations.push_back(operation);
    auto const scanned = origin->scanned;
    auto answer = [this, command, paper, origin = *origin,
                   wanted = wanted_](Result<PagePicture> const& picture) {
        if (!*wanted) {
            return;
        }
        auto const before = tray_.find(paper);
        if (!picture || !before) {
            tell_failed(command, picture ? fail(ErrorCode::not_found, "paper_unknown") : picture.error());
            return;
        }
        auto after = *before;
        after.media_type = picture->media_type;
        after.width = picture->width;
        after.height = picture->height;
        if (picture->resolution > 0) {
            after.resolution = picture->resolution;
        }
        keep(command, std::move(after), picture->bytes, origin, paper);
    };
    imaging_.retouch(scanned->view(), origin->operations, std::move(answer));
    return {};
}

Result<void> RetouchDesk::assemble(CommandId const& command, std::vector<PaperId> const& papers,
                                   bool black_and_white) {
    auto const pages = tray_.agreed_pages(papers);
    if (!pages) {
        return pages.error();
    }
    std::vector<ByteView> views;
    for (auto const& page : *pages) {
        views.push_back(page->view());
    }
    imaging_.assemble(views, black_and_white, [this, command, wanted = wanted_](Result<Bytes> const& pdf) {
        if (!*wanted) {
            return;
        }
        if (!pdf) {
            tell_failed(command, pdf.error());
            return;
        }
        Paper document;
        document.media_type = "application/pdf";
        document.state = PaperState::agreed;
        keep(command, std::move(document), *pdf, std::nullopt, std::nullopt);
    });
    return {};
}

void RetouchDesk::abandon() {
    *std::exchange(wanted_, std::make_shared<bool>(true)) = false;
    imaging_.abandon_all();
}

} // namespace parvis::kiosk
