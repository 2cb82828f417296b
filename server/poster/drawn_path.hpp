// SPDX-License-Identifier: EUPL-1.2
// Drawings of the house as cairo wants them: lines and curves. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

namespace parvis::poster {

struct PathStep {
    enum class Kind { move, line, curve, close };
    Kind kind{};
    double x1{}, y1{}, x2{}, y2{}; ///< control points of a curve
    double x{}, y{};
};

/// The d attribute of an SVG path (SVG 1.1, section 8.3) with M, L, H, V, C, S, A and Z in both cases, as the
/// pictograms use it; arcs of circles alone. Throws std::runtime_error for anything else.
std::vector<PathStep> drawn_path(std::string_view d);

} // namespace parvis::poster
