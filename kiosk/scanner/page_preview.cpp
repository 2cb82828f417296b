// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/page_preview.hpp"

#include <algorithm>
#include <utility>

namespace parvis::kiosk {

namespace {
/// A quarter of an A4 page: only a scanner that is faster than any real one fills it before the wait is over.
constexpr int rows_per_strip = 256;
constexpr std::chrono::milliseconds longest_wait{200};
} // namespace

PagePreview::PagePreview(int width, int channels, OnStrip on_strip)
    : width_(width), channels_(channels),
      factor_(std::max(1, (width + preview_width_limit - 1) / preview_width_limit)),
      preview_width_((width + factor_ - 1) / factor_), on_strip_(std::move(on_strip)),
      sums_(static_cast<std::size_t>(preview_width_) * static_cast<std::size_t>(channels)) {}

void PagePreview::add_row(std::span<std::uint8_t const> row) {
    auto const channels = static_cast<std::size_t>(channels_);
    auto const factor = static_cast<std::size_t>(factor_);
    auto const width = static_cast<std::size_t>(width_);
    for (std::size_t out = 0, x = 0; x < width; ++out) {
        auto const end = std::min(x + factor, width);
        for (; x < end; ++x) {
            for (std::size_t channel = 0; channel < channels; ++channel) {
                sums_[out * channels + channel] += row[x * channels + channel];
            }
        }
    }
    if (++rows_in_sums_ == factor_) {
        finish_row();
        if (strip_rows_ == rows_per_strip || std::chrono::steady_clock::now() - last_strip_ >= longest_wait) {
            hand_over();
        }
    }
}

void PagePreview::finish() {
    if (rows_in_sums_ > 0) {
        finish_row();
    }
    hand_over();
}

void PagePreview::finish_row() {
    auto const channels = static_cast<std::size_t>(channels_);
    auto const rows = static_cast<std::uint32_t>(rows_in_sums_);
    auto const full = static_cast<std::uint32_t>(factor_) * rows;
    auto const last_pixels = static_cast<std::uint32_t>(width_ - (preview_width_ - 1) * factor_) * rows;
    auto const last = sums_.size() - channels;
    for (std::size_t index = 0; index < sums_.size(); ++index) {
        auto const pixels = index < last ? full : last_pixels;
        strip_.push_back(static_cast<std::uint8_t>((sums_[index] + pixels / 2) / pixels));
    }
    std::ranges::fill(sums_, 0U);
    rows_in_sums_ = 0;
    ++strip_rows_;
}

void PagePreview::hand_over() {
    if (strip_rows_ == 0) {
        return;
    }
    on_strip_({next_row_, strip_rows_, preview_width_, channels_, strip_});
    next_row_ += strip_rows_;
    strip_rows_ = 0;
    strip_.clear();
    last_strip_ = std::chrono::steady_clock::now();
}

} // namespace parvis::kiosk
