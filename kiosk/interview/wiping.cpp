// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/wiping.hpp"

#include "kiosk/interview/browser_leftovers.hpp"
#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>

namespace parvis::kiosk {

using kiosk_protocol::RecordKind;
using kiosk_protocol::WipeCounts;

struct Wiping::Run {
    explicit Run(boost::asio::io_context& io) : patience(io) {}

    Order order;
    WipeCounts counts;
    std::vector<Done> done;
    boost::asio::steady_timer patience;
    bool spool_swept = false;
    bool profile_swept = false;
    bool concluded = false;
};

Wiping::Wiping(http::Workers& workers, RecordKeeper& records, WipedStores stores)
    : workers_(workers), records_(records), stores_(std::move(stores)) {}

Wiping::~Wiping() {
    *alive_ = false;
    if (open_) {
        open_->patience.cancel();
    }
}

void Wiping::wipe(Order order, Done done) {
    auto const run = std::make_shared<Run>(workers_.io());
    run->order = std::move(order);
    run->done.push_back(std::move(done));
    stores_.stop_work();
    auto const dropped = stores_.tray.wipe();
    run->counts.daemon_papers = dropped.papers;
    run->counts.daemon_bytes = dropped.bytes;
    open_ = run;
    stores_.purge_spool([this, alive = alive_, run](std::optional<std::int64_t> jobs) {
        if (!jobs) {
            log::error("spool_not_purged");
        }
        run->counts.spool_jobs = jobs.value_or(0);
        run->spool_swept = true;
        if (*alive) {
            swept(run);
        }
    });
    workers_.post(
        [run, profile = stores_.browser_profile] {
            run->counts.profile_entries = remove_browser_leftovers(profile);
        },
        [this, alive = alive_, run] {
            run->profile_swept = true;
            if (*alive) {
                swept(run);
            }
        });
    if (!run->order.page_papers) {
        run->patience.expires_after(page_patience);
        run->patience.async_wait([this, alive = alive_, run](boost::system::error_code failure) {
            if (!failure && *alive) {
                run->order.page_papers = 0;
                swept(run);
            }
        });
    }
}

bool Wiping::page_dropped(std::optional<InterviewId> const& interview, std::int64_t page_papers, Done done) {
    auto const run = open_;
    if (!run || run->order.page_papers || (interview && run->order.interview_id != interview)) {
        return false;
    }
    run->patience.cancel();
    run->order.page_papers = page_papers;
    run->done.push_back(std::move(done));
    swept(run);
    return true;
}

void Wiping::swept(std::shared_ptr<Run> const& run) {
    if (!run->spool_swept || !run->profile_swept || !run->order.page_papers || run->concluded) {
        return;
    }
    run->concluded = true;
    run->counts.page_papers = *run->order.page_papers;
    auto const& counts = run->counts;
    log::info("wiped", {{"reason", run->order.reason},
                        {"daemon_papers", counts.daemon_papers},
                        {"daemon_bytes", counts.daemon_bytes},
                        {"page_papers", counts.page_papers},
                        {"spool_jobs", counts.spool_jobs},
                        {"profile_entries", counts.profile_entries}});
    auto const nothing =
        counts.daemon_papers + counts.page_papers + counts.spool_jobs + counts.profile_entries == 0;
    if (nothing && !run->order.interview_id) {
        conclude(run);
        return;
    }
    records_.keep({run->order.interview_id, RecordKind::wiped, run->order.reason, counts},
                  [this, alive = alive_, run](Result<void> const&) {
                      if (*alive) {
                          conclude(run);
                      }
                  });
}

void Wiping::conclude(std::shared_ptr<Run> const& run) {
    if (run->order.interview_id) {
        last_wiped_ = run->order.interview_id;
    }
    if (open_ == run) {
        open_.reset();
    }
    for (auto const& done : run->done) {
        done(run->counts);
    }
}

} // namespace parvis::kiosk
