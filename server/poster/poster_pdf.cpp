// SPDX-License-Identifier: EUPL-1.2
// The layout of the poster: every measure is a share of the width of the sheet, so that it fills each size.
// The same as web/apps/portal/src/poster/poster.module.css.
#include "embedded/parvis_embedded_pictograms.hpp"
#include "server/paper/tagged_pdf.hpp"
#include "server/poster/drawn_path.hpp"
#include "server/poster/poster.hpp"

#include <map>
#include <memory>
#include <qrencode.h>
#include <sstream>
#include <stdexcept>

namespace parvis::poster {

namespace {

// PDF points.
constexpr double points_per_mm = 72 / 25.4;
constexpr int qr_quiet_modules = 4; ///< ISO/IEC 18004

struct Colour {
    double red, green, blue;
};
constexpr Colour brand{0x0b / 255.0, 0x5a / 255.0, 0x54 / 255.0};
constexpr Colour paper_tint{0xf6 / 255.0, 0xf4 / 255.0, 0xee / 255.0};
constexpr Colour ink{0x1a / 255.0, 0x2a / 255.0, 0x2e / 255.0};
constexpr Colour soft_ink{0x4b / 255.0, 0x5c / 255.0, 0x61 / 255.0};
constexpr Colour white{1, 1, 1};
constexpr Colour black{0, 0, 0};

struct CodeDeleter {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
std::map<std::string, std::vector<PathStep>, std::less<>> const& pictograms() {
    static auto const all = [] {
        std::map<std::string, std::vector<PathStep>, std::less<>> drawn;
        std::istringstream lines{std::string(embedded_pictograms().front().second)};
        for (std::string name, path; lines >> name && std::getline(lines, path);) {
            drawn.emplace(name, drawn_path(path));
        }
        return drawn;
    }();
    return all;
}

struct Style {
    double size{};
    PangoWeight weight = PANGO_WEIGHT_NORMAL;
    Colour colour = ink;
    PangoAlignment alignment = PANGO_ALIGN_LEFT;
    float spacing = 1.3F;

    paper::TextStyle text() const { return {size, weight, spacing, alignment}; }
};

/// A page on which words, drawings and rectangles are put.
class Canvas {
  public:
    Canvas(double width, double height, PosterSheet const& sheet)
        : page_(width, height, sheet.title, sheet.language) {}

    double height_of(std::string const& words, Style const& style, double width) {
        return page_.height_of(words, style.text(), width);
    }

    /// Tagged as `structure`; gives the height.
    double write(char const* structure, std::string const& words, Style const& style, double x, double y,
                 double width) {
        paint(style.colour);
        return page_.write(structure, words, style.text(), x, y, width);
    }

    void fill(Colour colour, double x, double y, double width, double height) {
        paint(colour);
        cairo_rectangle(page_.pen(), x, y, width, height);
        cairo_fill(page_.pen());
    }

    /// In a square with that side.
    void draw(std::string const& pictogram, Colour colour, double x, double y, double side) {
        auto found = pictograms().find(pictogram);
        if (found == pictograms().end()) {
            found = pictograms().find("other_subject");
        }
        cairo_save(page_.pen());
        cairo_translate(page_.pen(), x, y);
        cairo_scale(page_.pen(), side / 24, side / 24);
        for (auto const& step : found->second) {
            follow(step);
        }
        paint(colour);
        cairo_set_line_width(page_.pen(), 2);
        cairo_set_line_cap(page_.pen(), CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(page_.pen(), CAIRO_LINE_JOIN_ROUND);
        cairo_stroke(page_.pen());
        cairo_restore(page_.pen());
    }

    /// A code that still reads with a quarter of it scratched off: posters hang outside.
    void draw_code(std::string const& text, double x, double y, double side) {
        std::unique_ptr<QRcode, CodeDeleter> const code(
            QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_Q));
        if (!code) {
            throw std::runtime_error("poster: no QR code can hold the address");
        }
        fill(white, x, y, side, side);
        double const module = side / (code->width + 2 * qr_quiet_modules);
        paint(black);
        for (int row = 0; row < code->width; ++row) {
            for (int column = 0; column < code->width; ++column) {
                if ((code->data[row * code->width + column] & 1) != 0) {
                    cairo_rectangle(page_.pen(), x + (column + qr_quiet_modules) * module,
                                    y + (row + qr_quiet_modules) * module, module, module);
                }
            }
        }
        cairo_fill(page_.pen());
    }

    /// Where the paper is cut.
    void cut(double x, double height) {
        paint(soft_ink);
        double const dashes[] = {3, 5};
        cairo_set_dash(page_.pen(), dashes, 2, 0);
        cairo_set_line_width(page_.pen(), 0.5);
        cairo_move_to(page_.pen(), x, 0);
        cairo_line_to(page_.pen(), x, height);
        cairo_stroke(page_.pen());
    }

    std::string finish() { return page_.finish(); }

  private:
    void paint(Colour colour) { cairo_set_source_rgb(page_.pen(), colour.red, colour.green, colour.blue); }

    void follow(PathStep const& step) {
        switch (step.kind) {
        case PathStep::Kind::move:
            return cairo_move_to(page_.pen(), step.x, step.y);
        case PathStep::Kind::line:
            return cairo_line_to(page_.pen(), step.x, step.y);
        case PathStep::Kind::curve:
            return cairo_curve_to(page_.pen(), step.x1, step.y1, step.x2, step.y2, step.x, step.y);
        case PathStep::Kind::close:
            return cairo_close_path(page_.pen());
        }
    }

    paper::TaggedPdf page_;
};

/// One poster in a part of the page. `u`: a hundredth of its width.
struct Part {
    Canvas& canvas;
    PosterSheet const& sheet;
    double x, width, height;
    double u = width / 100;
    double left = x + 7 * u;
    double inner = width - 14 * u;

    double head();
    double place();
    void subjects(double top, double bottom);
};

double Part::head() {
    Style const network{2.6 * u, PANGO_WEIGHT_SEMIBOLD, white};
    Style const claim{7.2 * u, PANGO_WEIGHT_ULTRABOLD, white, PANGO_ALIGN_LEFT, 1.05F};
    Style const promise{3.2 * u, PANGO_WEIGHT_NORMAL, white};
    double const tall = 5 * u + canvas.height_of(sheet.network, network, inner) + 1.2 * u +
                        canvas.height_of(sheet.claim, claim, inner) + 1.6 * u +
                        canvas.height_of(sheet.promise, promise, inner) + 4 * u;
    canvas.fill(brand, x, 0, width, tall);
    double y = 5 * u;
    y += canvas.write("P", sheet.network, network, left, y, inner) + 1.2 * u;
    y += canvas.write("H1", sheet.claim, claim, left, y, inner) + 1.6 * u;
    canvas.write("P", sheet.promise, promise, left, y, inner);
    return tall;
}

/// From the bottom; gives where it begins.
double Part::place() {
    double const side = 30 * u;
    double const text_width = inner - side - 5 * u;
    Style const name{4.4 * u, PANGO_WEIGHT_ULTRABOLD, ink, PANGO_ALIGN_LEFT, 1.1F};
    Style const plain{2.8 * u};
    Style const days{2.8 * u, PANGO_WEIGHT_SEMIBOLD};
    Style const hours{2.8 * u, PANGO_WEIGHT_NORMAL, ink, PANGO_ALIGN_RIGHT};
    Style const telephone{4.4 * u, PANGO_WEIGHT_ULTRABOLD};
    Style const scan{2.6 * u, PANGO_WEIGHT_SEMIBOLD, ink, PANGO_ALIGN_CENTER, 1.2F};
    auto const row_height = [&](PosterSheet::Hours const& row) {
        double const both = canvas.height_of(row.days + "  " + row.hours, days, text_width * 3);
        bool const fits = canvas.height_of(row.days + "   " + row.hours, days, text_width) <= both * 1.2;
        return std::pair(fits ? both : 2 * both, fits);
    };
    double text_height = canvas.height_of(sheet.name, name, text_width) + 0.5 * u +
                         canvas.height_of(sheet.address, plain, text_width) + 1.2 * u + 1.2 * u +
                         canvas.height_of(sheet.telephone, telephone, text_width);
    for (auto const& row : sheet.hours) {
        text_height += row_height(row).first + 0.5 * u;
    }
    double const code_height = side + 1.5 * u + canvas.height_of(sheet.scan, scan, side);
    double const tall = std::max(text_height, code_height) + 7.5 * u;
    double const top = height - tall;
    canvas.fill(paper_tint, x, top, width, tall);
    double y = top + (tall - text_height) / 2;
    y += canvas.write("H2", sheet.name, name, left, y, text_width) + 0.5 * u;
    y += canvas.write("P", sheet.address, plain, left, y, text_width) + 1.2 * u;
    for (auto const& row : sheet.hours) {
        auto const [tall_row, fits] = row_height(row);
        canvas.write("P", row.days, days, left, y, text_width);
        canvas.write("P", row.hours, hours, left, fits ? y : y + tall_row / 2, text_width);
        y += tall_row + 0.5 * u;
    }
    y += 1.2 * u;
    double const handset = 4.6 * u;
    canvas.draw("phone", ink, left,
                y + (canvas.height_of(sheet.telephone, telephone, text_width) - handset) / 2, handset);
    canvas.write("P", sheet.telephone, telephone, left + handset + 1.5 * u, y, text_width - handset);
    double const code_x = x + width - 7 * u - side;
    double const code_y = top + (tall - code_height) / 2;
    canvas.draw_code(sheet.url, code_x, code_y, side);
    canvas.write("P", sheet.scan, scan, code_x, code_y + side + 1.5 * u, side);
    return top;
}

/// Two columns, spread over the room that is left.
void Part::subjects(double top, double bottom) {
    bool const many = sheet.subjects.size() > 6;
    double const icon = (many ? 6 : 8) * u;
    Style const label{(many ? 3 : 3.9) * u, PANGO_WEIGHT_BOLD, ink, PANGO_ALIGN_LEFT, 1.12F};
    auto const rows = (sheet.subjects.size() + 1) / 2;
    double const column = (inner - 4 * u) / 2;
    double const text_width = column - icon - 2.5 * u;
    for (std::size_t i = 0; i < sheet.subjects.size(); ++i) {
        auto const& subject = sheet.subjects[i];
        double const each = (bottom - top) / static_cast<double>(rows);
        double const middle = top + each * (static_cast<double>(i / 2) + 0.5);
        double const at = left + (i % 2 == 1 ? column + 4 * u : 0);
        canvas.draw(subject.pictogram, brand, at, middle - icon / 2, icon);
        canvas.write("P", subject.label, label, at + icon + 2.5 * u,
                     middle - canvas.height_of(subject.label, label, text_width) / 2, text_width);
    }
}

void draw_poster(Canvas& canvas, PosterSheet const& sheet, double x, double width, double height) {
    Part part{canvas, sheet, x, width, height};
    double const u = part.u;
    double const head = part.head();
    double const place = part.place();
    Style const bodies{2.7 * u, PANGO_WEIGHT_NORMAL, soft_ink};
    double const bodies_top = place - 3 * u - canvas.height_of(sheet.bodies, bodies, part.inner);
    part.subjects(head + 3 * u, bodies_top - 2 * u);
    canvas.write("P", sheet.bodies, bodies, part.left, bodies_top, part.inner);
}

} // namespace

std::string poster_pdf(PosterSheet const& sheet, Paper paper) {
    double const width = (paper == Paper::a4 ? 210 : 297) * points_per_mm;
    double const height = (paper == Paper::a4 ? 297 : paper == Paper::a3 ? 420 : 210) * points_per_mm;
    Canvas canvas(width, height, sheet);
    if (paper == Paper::leaflet) {
        draw_poster(canvas, sheet, 0, width / 2, height);
        draw_poster(canvas, sheet, width / 2, width / 2, height);
        canvas.cut(width / 2, height);
    } else {
        draw_poster(canvas, sheet, 0, width, height);
    }
    return canvas.finish();
}

} // namespace parvis::poster
