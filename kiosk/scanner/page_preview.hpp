// SPDX-License-Identifier: EUPL-1.2
// The small picture of a page that builds up on the screen while the scanner runs.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace parvis::kiosk {

/// A preview never gets wider than this many pixels.
inline constexpr int preview_width_limit = 1000;

/// Whole-number reduction by box filter; strips come at least five times a second while rows come.
class PagePreview {
  public:
    struct Strip {
        int first_row = 0; ///< of the preview
        int rows = 0;
        int width = 0;
        int channels = 1;
        std::span<std::uint8_t const> pixels; ///< rows x width x channels, valid during the call
    };
    using OnStrip = std::function<void(Strip const&)>;

    /// `width` in pixels of the full page.
    PagePreview(int width, int channels, OnStrip on_strip);

    int width() const { return preview_width_; }
    /// The next row of the full page.
    void add_row(std::span<std::uint8_t const> row);
    /// No more rows: the rest is handed over.
    void finish();

  private:
    void finish_row();
    void hand_over();

    int width_;
    int channels_;
    int factor_;
    int preview_width_;
    OnStrip on_strip_;
    std::vector<std::uint32_t> sums_;
    int rows_in_sums_ = 0;
    std::vector<std::uint8_t> strip_;
    int strip_rows_ = 0;
    int next_row_ = 0;
    std::chrono::steady_clock::time_point last_strip_ = std::chrono::steady_clock::now();
};

} // namespace parvis::kiosk
