// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/image_worker.hpp"

#include "kiosk/child/frames.hpp"
#include "kiosk/child/worker_process.hpp"
#include "kiosk/imaging/imaging_messages.hpp"
#include "kiosk/imaging/pdf_assembly.hpp"
#include "kiosk/imaging/retouch.hpp"
#include "platform/json/json.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <optional>
#include <unistd.h>

namespace parvis::kiosk {

namespace {

std::optional<ImagingJob> read_job(int input) {
    auto const frame = read_frame(input, imaging_frame_size);
    if (!frame || frame->type != imaging_frame::job) {
        return std::nullopt;
    }
    auto const text = json::parse(as_text(frame->payload), imaging_frame_size);
    if (!text) {
        return std::nullopt;
    }
    auto job = json::decode<ImagingJob>(*text, json::Unknown::refuse);
    return job ? std::optional(*std::move(job)) : std::nullopt;
}

std::vector<Bytes> read_pictures(int input) {
    std::vector<Bytes> pictures;
    while (auto const frame = read_frame(input, imaging_frame_size)) {
        if (frame->type == imaging_frame::picture) {
            pictures.emplace_back();
        } else if (frame->type == imaging_frame::bytes && !pictures.empty()) {
            pictures.back().insert(pictures.back().end(), frame->payload.begin(), frame->payload.end());
        }
    }
    return pictures;
}

PagePicture thumbnail(ByteView file, int longest_side) {
    auto const header = read_header(file);
    auto const longer = std::max(header.width, header.height);
    int reduction = 1;
    // The decoder itself can shrink by 2, 4 or 8, much faster; the last step is ours.
    while (reduction < 8 && longer / (reduction * 2) >= longest_side) {
        reduction *= 2;
    }
    auto const page = decode(file, reduction);
    auto const grey =
        pixGetDepth(page.get()) == 1 ? taken(pixConvertTo8(page.get(), 0)) : taken(pixClone(page.get()));
    auto const larger = std::max(pixGetWidth(grey.get()), pixGetHeight(grey.get()));
    auto const scale = std::min(1.0F, static_cast<float>(longest_side) / static_cast<float>(larger));
    auto const small = taken(pixScale(grey.get(), scale, scale));
    constexpr int enough = 80;
    return encode(small.get(), 0, enough);
}

PagePicture do_job(ImagingJob const& job, std::vector<Bytes> const& pictures) {
    if (job.task == ImagingTask::assemble) {
        PagePicture document;
        document.bytes = assemble_pdf(pictures, job.black_and_white);
        document.media_type = "application/pdf";
        return document;
    }
    if (pictures.size() != 1) {
        throw ImagingFailure("no_pages");
    }
    if (job.task == ImagingTask::thumbnail) {
        return thumbnail(pictures.front(), job.longest_side);
    }
    auto page = decode(pictures.front());
    auto const resolution = pixGetXRes(page.get());
    auto const done = retouch(std::move(page), job.operations);
    return encode(done.get(), resolution);
}

ImagingEnd run(ImagingJob const& job, int input, FrameWriter& writer) {
    ImagingEnd end;
    try {
        auto const picture = do_job(job, read_pictures(input));
        for (auto rest = ByteView(picture.bytes); !rest.empty();) {
            auto const piece = rest.first(std::min(rest.size(), imaging_frame_size));
            writer.write(imaging_frame::bytes, piece);
            rest = rest.subspan(piece.size());
        }
        end.media_type = picture.media_type;
        end.width = picture.width;
        end.height = picture.height;
        end.resolution = picture.resolution;
    } catch (ImagingFailure const& failure) {
        end.failure = failure.reason;
        end.pointer = failure.pointer;
        end.detail = failure.what();
    } catch (std::exception const& unexpected) {
        end.failure = "imaging_failed";
        end.detail = unexpected.what();
    }
    return end;
}

} // namespace

int image_worker_main(int, char**) {
    auto const channel = become_worker();
    auto const job = read_job(channel.input);
    if (!job) {
        return 2;
    }
    limit_memory(static_cast<std::uint64_t>(job->memory_limit));
    limit_processor_time(static_cast<std::uint64_t>(job->processor_seconds));
    setMsgSeverity(L_SEVERITY_NONE);
    FrameWriter writer(channel.output);
    auto const end = run(*job, channel.input, writer);
    writer.write(imaging_frame::ended, json::serialize(json::encode(end)));
    return 0;
}

} // namespace parvis::kiosk
