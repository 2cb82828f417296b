// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/imaging.hpp"

#include "kiosk/imaging/imaging_messages.hpp"
#include "platform/json/json.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <csignal>
#include <optional>
#include <utility>

namespace parvis::kiosk {

struct Imaging::Job {
    ImagingJob order;
    std::vector<Bytes> pictures;
    std::function<void(Result<PagePicture>)> answer;
    Bytes outcome;
    std::optional<ImagingEnd> end;
    bool late = false;
};

namespace {

constexpr std::int64_t processor_seconds = 120;

Error error_of(ImagingEnd const& end) {
    auto code = ErrorCode::invalid_input;
    if (end.failure == "picture_too_large") {
        code = ErrorCode::too_large;
    } else if (end.failure == "imaging_failed") {
        code = ErrorCode::unavailable;
    }
    return fail(code, end.failure, end.pointer, {{"cause", end.detail}});
}

} // namespace

Imaging::Imaging(boost::asio::io_context& io, ImagingConfig config)
    : io_(io), config_(std::move(config)), deadline_(io) {}

Imaging::~Imaging() {
    abandon_all();
}

void Imaging::abandon_all() {
    waiting_.clear();
    running_.reset();
    deadline_.cancel();
    if (child_) {
        child_->abandon();
        child_.reset();
    }
}

void Imaging::retouch(ByteView page, std::vector<kiosk_protocol::RetouchOperation> operations,
                      std::function<void(Result<PagePicture>)> answer) {
    auto job = std::make_unique<Job>();
    job->order.task = ImagingTask::retouch;
    job->order.operations = std::move(operations);
    job->answer = std::move(answer);
    add(std::move(job), {page});
}

void Imaging::thumbnail(ByteView page, int longest_side, std::function<void(Result<PagePicture>)> answer) {
    auto job = std::make_unique<Job>();
    job->order.task = ImagingTask::thumbnail;
    job->order.longest_side = std::clamp(longest_side, 16, 2000);
    job->answer = std::move(answer);
    add(std::move(job), {page});
}

void Imaging::assemble(std::vector<ByteView> const& pages, bool black_and_white,
                       std::function<void(Result<Bytes>)> answer) {
    auto job = std::make_unique<Job>();
    job->order.task = ImagingTask::assemble;
    job->order.black_and_white = black_and_white;
    job->answer = [answer = std::move(answer)](Result<PagePicture> document) {
        answer(document ? Result<Bytes>(std::move(document->bytes)) : Result<Bytes>(document.error()));
    };
    add(std::move(job), pages);
}

void Imaging::add(std::unique_ptr<Job> job, std::vector<ByteView> const& pictures) {
    std::size_t total = 0;
    for (auto const& picture : pictures) {
        total += picture.size();
    }
    auto const refuse = [&](Error error) {
        boost::asio::post(io_, [answer = job->answer, error = std::move(error)] { answer(error); });
    };
    if (waiting_.size() >= config_.limits.queue) {
        refuse(fail(ErrorCode::unavailable, "imaging_busy"));
        return;
    }
    if (total > config_.limits.input) {
        refuse(fail(ErrorCode::too_large, "picture_too_large"));
        return;
    }
    for (auto const& picture : pictures) {
        job->pictures.emplace_back(picture.begin(), picture.end());
    }
    job->order.memory_limit = static_cast<std::int64_t>(config_.limits.memory);
    job->order.processor_seconds = processor_seconds;
    waiting_.push_back(std::move(job));
    run_next();
}

void Imaging::run_next() {
    if (running_ || waiting_.empty()) {
        return;
    }
    running_ = std::move(waiting_.front());
    waiting_.pop_front();
    auto child = ChildProcess::start(
        io_, {config_.worker, config_.worker_arguments, imaging_frame_size},
        [this](char type, ByteView payload) { hear(type, payload); },
        [this](ChildEnding ending) { hear_end(ending); });
    if (!child) {
        auto const job = std::exchange(running_, nullptr);
        boost::asio::post(io_, [answer = job->answer, error = child.error()] { answer(error); });
        run_next();
        return;
    }
    child_ = *std::move(child);
    child_->send(imaging_frame::job, as_bytes(json::serialize(json::encode(running_->order))));
    for (auto const& picture : std::exchange(running_->pictures, {})) {
        child_->send(imaging_frame::picture, {});
        for (auto rest = ByteView(picture); !rest.empty();) {
            auto const piece = rest.first(std::min(rest.size(), imaging_frame_size));
            child_->send(imaging_frame::bytes, piece);
            rest = rest.subspan(piece.size());
        }
    }
    child_->finish_input();
    deadline_.expires_after(config_.limits.time);
    deadline_.async_wait([this](boost::system::error_code error) {
        if (!error && running_) {
            running_->late = true;
            child_->signal(SIGKILL);
        }
    });
}

void Imaging::hear(char type, ByteView payload) {
    if (type == imaging_frame::bytes) {
        running_->outcome.insert(running_->outcome.end(), payload.begin(), payload.end());
        return;
    }
    if (type != imaging_frame::ended) {
        return;
    }
    if (auto const text = json::parse(as_text(payload), imaging_frame_size)) {
        if (auto end = json::decode<ImagingEnd>(*text, json::Unknown::refuse)) {
            running_->end = *std::move(end);
        }
    }
}

void Imaging::hear_end(ChildEnding ending) {
    deadline_.cancel();
    child_.reset();
    auto const job = std::exchange(running_, nullptr);
    auto outcome = [&]() -> Result<PagePicture> {
        if (job->late) {
            return fail(ErrorCode::timeout, "imaging_timeout");
        }
        if (!job->end) {
            auto const how = (ending.by_signal ? "signal " : "code ") + std::to_string(ending.code);
            return fail(ErrorCode::unavailable, "imaging_failed", {}, {{"cause", how}});
        }
        if (!job->end->failure.empty()) {
            return error_of(*job->end);
        }
        return PagePicture{std::move(job->outcome), job->end->media_type, job->end->width, job->end->height,
                           job->end->resolution};
    }();
    run_next();
    job->answer(std::move(outcome));
}

} // namespace parvis::kiosk
