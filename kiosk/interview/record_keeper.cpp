// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/record_keeper.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

namespace parvis::kiosk {

RecordKeeper::RecordKeeper(http::Workers& workers, Clock const& clock, RecordQueue& queue,
                           std::function<void()> kept)
    : workers_(workers), clock_(clock), queue_(queue), kept_(std::move(kept)) {}

Result<void> RecordKeeper::keep_now(Fact fact) {
    auto const now = clock_.now();
    auto written = queue_.append({RecordId::make(now), std::move(fact.interview_id), fact.kind, now,
                                  std::move(fact.wipe_reason), fact.counts});
    if (!written) {
        log::error("record_not_kept", {{"cause", describe(written.error())}});
        return written;
    }
    boost::asio::post(workers_.io(), kept_);
    return written;
}

void RecordKeeper::keep(Fact fact, std::function<void(Result<void>)> done) {
    workers_.submit([this, fact = std::move(fact)] { return keep_now(fact); }, std::move(done));
}

} // namespace parvis::kiosk
