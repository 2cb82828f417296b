// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/paper_orders.hpp"

#include "kiosk/interview/grant_check.hpp"

#include <utility>

namespace parvis::kiosk {

using namespace kiosk_protocol;

namespace {

Result<boost::json::value> done() {
    return boost::json::value(boost::json::object{});
}

Error no_interview() {
    return fail(ErrorCode::conflict, "no_interview_running");
}

/// `done` when the record is on disk, its Error otherwise.
std::function<void(Result<void>)> answer_when_kept(CommandAnswer answer) {
    return [answer = std::move(answer)](Result<void> const& kept) { answer(kept ? done() : kept.error()); };
}

} // namespace

PaperOrders::PaperOrders(OrderParts parts) : parts_(parts) {}

void PaperOrders::trust(std::optional<PairedWith> const& paired, std::chrono::milliseconds server_ahead) {
    trusted_.reset();
    auto const bytes = paired ? crypto::from_base64url(paired->server_public_key) : std::nullopt;
    auto const key = bytes ? crypto::public_key_from(*bytes) : std::nullopt;
    if (key) {
        trusted_ = Trusted{*key, paired->kiosk_id, server_ahead};
    }
}

void PaperOrders::trust_nobody() {
    trusted_.reset();
}

Result<void> PaperOrders::check(std::string const& grant, std::string_view action) const {
    if (!trusted_) {
        return fail(ErrorCode::forbidden, "kiosk_not_paired");
    }
    auto const now = parts_.clock.now() + trusted_->server_ahead;
    auto const checked =
        check_grant(grant, {trusted_->server_key, trusted_->kiosk_id, parts_.view.running(), action, now});
    return checked ? Result<void>() : checked.error();
}

template <class Start>
void PaperOrders::start(CommandId const& command, std::string const& grant, std::string_view action,
                        CommandAnswer const& answer, Start begin) {
    if (auto const granted = check(grant, action); !granted) {
        answer(granted.error());
        return;
    }
    if (!started_.insert(command).second) {
        answer(done());
        return;
    }
    if (Result<void> const begun = begin(); !begun) {
        started_.erase(command);
        answer(begun.error());
        return;
    }
    answer(done());
}

void PaperOrders::obey(from_page::Scan const& scan, CommandAnswer answer) {
    start(scan.command_id, scan.grant, "scan", answer,
          [&] { return parts_.scans.scan(scan.command_id, scan.options); });
}

void PaperOrders::obey(from_page::CancelScan const& cancel, CommandAnswer answer) {
    parts_.scans.cancel(cancel.command_id);
    answer(done());
}

void PaperOrders::obey(from_page::Retouch const& retouch, CommandAnswer answer) {
    start(retouch.command_id, retouch.grant, "scan", answer,
          [&] { return parts_.retouches.retouch(retouch.command_id, retouch.paper_id, retouch.operation); });
}

void PaperOrders::obey(from_page::Assemble const& assemble, CommandAnswer answer) {
    start(assemble.command_id, assemble.grant, "scan", answer, [&] {
        return parts_.retouches.assemble(assemble.command_id, assemble.paper_ids, assemble.black_and_white);
    });
}

void PaperOrders::obey(from_page::DecidePage const& decide, CommandAnswer answer) {
    auto const interview = parts_.view.running();
    if (!interview) {
        answer(no_interview());
        return;
    }
    if (auto const decided = parts_.tray.decide(decide.paper_id, decide.decision); !decided) {
        answer(decided.error());
        return;
    }
    auto const kind = decide.decision == Decision::send ? RecordKind::page_sent : RecordKind::page_kept;
    parts_.records.keep({interview, kind}, answer_when_kept(std::move(answer)));
}

void PaperOrders::obey(from_page::DropPaper const& drop, CommandAnswer answer) {
    parts_.tray.drop(drop.paper_id);
    answer(done());
}

void PaperOrders::obey(from_page::ShowPaper const& show, CommandAnswer answer) {
    start(show.command_id, show.grant, "show", answer, [&] {
        auto const held = pdf(show.paper_id);
        return held ? Result<void>() : held.error();
    });
}

void PaperOrders::obey(from_page::Print const& print, CommandAnswer answer) {
    if (print.agreed) {
        agreed_print(print, std::move(answer));
    } else {
        refuse_print(print, std::move(answer));
    }
}

void PaperOrders::refuse_print(from_page::Print const& print, CommandAnswer answer) {
    auto const interview = parts_.view.running();
    if (!interview) {
        answer(no_interview());
        return;
    }
    if (!started_.insert(print.command_id).second) {
        answer(done());
        return;
    }
    parts_.tray.drop(print.paper_id);
    parts_.records.keep({interview, RecordKind::print_refused}, answer_when_kept(std::move(answer)));
}

Result<PaperContent> PaperOrders::pdf(PaperId const& paper_id) const {
    auto const paper = parts_.tray.find(paper_id);
    if (paper && paper->media_type != "application/pdf") {
        return fail(ErrorCode::unsupported, "paper_not_pdf", "/paper_id");
    }
    return parts_.tray.content(paper_id);
}

void PaperOrders::agreed_print(from_page::Print const& print, CommandAnswer answer) {
    if (auto const granted = check(print.grant, "print"); !granted) {
        answer(granted.error());
        return;
    }
    auto content = pdf(print.paper_id);
    if (!content) {
        answer(content.error());
        return;
    }
    if (!started_.insert(print.command_id).second) {
        answer(done());
        return;
    }
    auto begin = [this, print, pdf = std::move(*content), answer, work = works_](Result<void> const& kept) {
        auto const begun = !kept            ? kept
                           : work != works_ ? Result<void>(no_interview())
                                            : parts_.prints.print(print.command_id, pdf, print.options);
        if (!begun) {
            started_.erase(print.command_id);
        }
        answer(begun ? done() : begun.error());
    };
    parts_.records.keep({parts_.view.running(), RecordKind::print_agreed}, std::move(begin));
}

void PaperOrders::obey(from_page::CancelPrint const& cancel, CommandAnswer answer) {
    parts_.prints.cancel(cancel.command_id);
    answer(done());
}

void PaperOrders::stop_work() {
    ++works_;
    started_.clear();
    parts_.scans.abandon();
    parts_.retouches.abandon();
    parts_.prints.abandon();
}

} // namespace parvis::kiosk
