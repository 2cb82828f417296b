// SPDX-License-Identifier: EUPL-1.2
#include "server/poster/drawn_path.hpp"

#include <charconv>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>

namespace parvis::poster {

namespace {

[[noreturn]] void refuse(std::string_view d) {
    throw std::runtime_error("not a path that can be drawn: " + std::string(d));
}

class Reader {
  public:
    explicit Reader(std::string_view d) : whole_(d), rest_(d) {}

    bool at_end() {
        skip();
        return rest_.empty();
    }
    bool has_letter() {
        skip();
        return !rest_.empty() &&
               ((rest_[0] >= 'a' && rest_[0] <= 'z') || (rest_[0] >= 'A' && rest_[0] <= 'Z'));
    }
    char letter() {
        char const c = rest_[0];
        rest_.remove_prefix(1);
        return c;
    }
    double number() {
        skip();
        double value = 0;
        auto const read =
            std::from_chars(rest_.data(), rest_.data() + rest_.size(), value, std::chars_format::fixed);
        if (read.ec != std::errc()) {
            refuse(whole_);
        }
        rest_.remove_prefix(static_cast<std::size_t>(read.ptr - rest_.data()));
        return value;
    }
    /// One digit, which may touch the next number.
    bool flag() {
        skip();
        if (rest_.empty() || (rest_[0] != '0' && rest_[0] != '1')) {
            refuse(whole_);
        }
        return letter() == '1';
    }

  private:
    void skip() {
        while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == ',')) {
            rest_.remove_prefix(1);
        }
    }

    std::string_view whole_;
    std::string_view rest_;
};

struct Pen {
    std::vector<PathStep> steps;
    double x = 0, y = 0;             ///< where it is
    double first_x = 0, first_y = 0; ///< where this part began
    double bend_x = 0, bend_y = 0;   ///< last control point of the last curve

    void step(PathStep const& next) {
        steps.push_back(next);
        x = next.x;
        y = next.y;
        bool const bends = next.kind == PathStep::Kind::curve;
        bend_x = bends ? next.x2 : x;
        bend_y = bends ? next.y2 : y;
    }
    void go(PathStep::Kind kind, double to_x, double to_y) { step({kind, 0, 0, 0, 0, to_x, to_y}); }
    void close() {
        steps.push_back({PathStep::Kind::close, 0, 0, 0, 0, first_x, first_y});
        x = bend_x = first_x;
        y = bend_y = first_y;
    }
    void arc(double radius, bool large, bool sweep, double to_x, double to_y);
};

/// SVG 1.1, appendix F.6.5, for a circle; then each part of at most a quarter turn is one curve.
void Pen::arc(double radius, bool large, bool sweep, double to_x, double to_y) {
    double const half_x = (x - to_x) / 2;
    double const half_y = (y - to_y) / 2;
    double const half = std::hypot(half_x, half_y);
    if (half == 0) {
        return;
    }
    radius = std::max(radius, half);
    double const away =
        std::sqrt(std::max(0.0, radius * radius - half * half)) / half * (large == sweep ? -1 : 1);
    double const centre_x = (x + to_x) / 2 + away * half_y;
    double const centre_y = (y + to_y) / 2 - away * half_x;
    double const from = std::atan2(y - centre_y, x - centre_x);
    double turn = std::atan2(to_y - centre_y, to_x - centre_x) - from;
    if (sweep && turn < 0) {
        turn += 2 * std::numbers::pi;
    } else if (!sweep && turn > 0) {
        turn -= 2 * std::numbers::pi;
    }
    int const parts =
        std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (std::numbers::pi / 2) - 1e-9)));
    double const each = turn / parts;
    double const reach = 4.0 / 3 * std::tan(each / 4) * radius;
    for (int part = 0; part < parts; ++part) {
        double const a = from + part * each;
        double const b = a + each;
        double const end_x = centre_x + radius * std::cos(b);
        double const end_y = centre_y + radius * std::sin(b);
        step({PathStep::Kind::curve, x - reach * std::sin(a), y + reach * std::cos(a),
              end_x + reach * std::sin(b), end_y - reach * std::cos(b), end_x, end_y});
    }
}

void read_curve(Reader& in, Pen& pen, bool is_smooth, double base_x, double base_y) {
    double x1 = 2 * pen.x - pen.bend_x;
    double y1 = 2 * pen.y - pen.bend_y;
    if (!is_smooth) {
        x1 = base_x + in.number();
        y1 = base_y + in.number();
    }
    double const x2 = base_x + in.number();
    double const y2 = base_y + in.number();
    double const x = base_x + in.number();
    double const y = base_y + in.number();
    pen.step({PathStep::Kind::curve, x1, y1, x2, y2, x, y});
}

void read_arc(Reader& in, Pen& pen, double base_x, double base_y, std::string_view d) {
    double const radius = in.number();
    if (in.number() != radius) {
        refuse(d);
    }
    in.number(); // a circle looks the same however it is turned
    bool const large = in.flag();
    bool const sweep = in.flag();
    double const x = base_x + in.number();
    double const y = base_y + in.number();
    pen.arc(radius, large, sweep, x, y);
}

/// One command with its numbers.
void read_step(Reader& in, Pen& pen, char command, std::string_view d) {
    bool const is_relative = command >= 'a';
    double const base_x = is_relative ? pen.x : 0;
    double const base_y = is_relative ? pen.y : 0;
    switch (is_relative ? static_cast<char>(command - 'a' + 'A') : command) {
    case 'M': {
        double const x = base_x + in.number();
        double const y = base_y + in.number();
        pen.go(PathStep::Kind::move, x, y);
        pen.first_x = x;
        pen.first_y = y;
        return;
    }
    case 'L': {
        double const x = base_x + in.number();
        double const y = base_y + in.number();
        return pen.go(PathStep::Kind::line, x, y);
    }
    case 'H':
        return pen.go(PathStep::Kind::line, base_x + in.number(), pen.y);
    case 'V':
        return pen.go(PathStep::Kind::line, pen.x, base_y + in.number());
    case 'C':
        return read_curve(in, pen, false, base_x, base_y);
    case 'S':
        return read_curve(in, pen, true, base_x, base_y);
    case 'A':
        return read_arc(in, pen, base_x, base_y, d);
    default:
        refuse(d);
    }
}

} // namespace

std::vector<PathStep> drawn_path(std::string_view d) {
    Reader in(d);
    Pen pen;
    char command = 0;
    while (!in.at_end()) {
        if (in.has_letter()) {
            command = in.letter();
            if (command == 'Z' || command == 'z') {
                pen.close();
                continue;
            }
        } else if (command == 'M' || command == 'm') {
            command = command == 'M' ? 'L' : 'l'; // more points after a move are lines
        }
        read_step(in, pen, command, d);
    }
    return pen.steps;
}

} // namespace parvis::poster
