// SPDX-License-Identifier: EUPL-1.2
// The layout of the receipt: cairo and pango draw and tag, qpdf says what cairo cannot (language, that it is
// tagged).
#include "server/interview/receipt.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>
#include <stdexcept>

#ifdef __SANITIZE_ADDRESS__
// fontconfig keeps one pattern of 288 bytes for the life of the process, which is told as a leak at its end.
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" char const* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
#endif

namespace parvis::interview {

namespace {

// PDF points.
constexpr double page_width = 595.28;
constexpr double page_height = 841.89;
constexpr double margin = 56;
constexpr double body_size = 16;
constexpr double title_size = 28;
constexpr double heading_size = 20;
constexpr double code_size = 52;
constexpr double indent = 18;
constexpr char family[] = "Liberation Sans, DejaVu Sans, Sans";

struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextDeleter {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct ObjectDeleter {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FontDeleter {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Layout = std::unique_ptr<PangoLayout, ObjectDeleter>;

cairo_status_t append(void* closure, unsigned char const* bytes, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<char const*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

enum class Weight { normal, bold };

/// Writes from top to bottom and turns the page where a paragraph would not fit.
class Paper {
  public:
    explicit Paper(ReceiptSheet const& sheet)
        : fonts_(pango_cairo_font_map_new()), words_(pango_font_map_create_context(fonts_.get())),
          surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, page_width, page_height)) {
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Parvis");
        context_.reset(cairo_create(surface_.get()));
        pango_context_set_language(words_.get(), pango_language_from_string(sheet.language.c_str()));
        pango_cairo_update_context(context_.get(), words_.get());
        cairo_tag_begin(context_.get(), "Document", nullptr);
    }

    void paragraph(char const* structure, std::string const& words, double size, Weight weight,
                   double left = 0, double space_after = 6) {
        auto const layout = lay_out(words, size, weight, page_width - 2 * margin - left);
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        auto const points = static_cast<double>(height) / PANGO_SCALE;
        if (y_ + points > page_height - margin && y_ > margin) {
            cairo_show_page(context_.get());
            y_ = margin;
        }
        cairo_tag_begin(context_.get(), structure, nullptr);
        cairo_move_to(context_.get(), margin + left, y_);
        pango_cairo_show_layout(context_.get(), layout.get());
        cairo_tag_end(context_.get(), structure);
        y_ += points + space_after;
    }

    void space(double points) { y_ += points; }

    std::string finish() {
        cairo_tag_end(context_.get(), "Document");
        context_.reset();
        cairo_surface_finish(surface_.get());
        if (auto const status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS) {
            throw std::runtime_error(std::string("receipt: ") + cairo_status_to_string(status));
        }
        surface_.reset();
        return std::move(bytes_);
    }

  private:
    Layout lay_out(std::string const& words, double size, Weight weight, double width) {
        Layout layout(pango_layout_new(words_.get()));
        std::unique_ptr<PangoFontDescription, FontDeleter> font(pango_font_description_new());
        pango_font_description_set_family(font.get(), family);
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(),
                                          weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(layout.get(), 1.25F);
        pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
        return layout;
    }

    // A font map of its own: the default one of each thread would stay behind on every worker.
    std::unique_ptr<PangoFontMap, ObjectDeleter> fonts_;
    std::unique_ptr<PangoContext, ObjectDeleter> words_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, SurfaceDeleter> surface_;
    std::unique_ptr<cairo_t, ContextDeleter> context_;
    double y_ = margin;
};

void write_steps(Paper& paper, ReceiptSheet const& sheet) {
    paper.space(14);
    paper.paragraph("H2", sheet.steps_title, heading_size, Weight::bold);
    if (sheet.steps.empty()) {
        paper.paragraph("P", sheet.nothing_to_do, body_size, Weight::normal);
    }
    for (auto const& step : sheet.steps) {
        paper.paragraph("P", "☐ " + step.what, body_size, Weight::bold, 0, 2);
        paper.paragraph("P", step.who, body_size, Weight::normal, indent, step.by_date.empty() ? 8 : 2);
        if (!step.by_date.empty()) {
            paper.paragraph("P", step.by_date, body_size, Weight::normal, indent, 8);
        }
    }
}

std::string draw(ReceiptSheet const& sheet) {
    Paper paper(sheet);
    paper.paragraph("H1", sheet.title, title_size, Weight::bold, 0, 14);
    for (auto const& [label, value] : sheet.facts) {
        paper.paragraph("P", std::string(label).append(" ").append(value), body_size, Weight::normal, 0, 4);
    }
    paper.space(10);
    paper.paragraph("P", sheet.code_label, body_size, Weight::normal, 0, 0);
    paper.paragraph("P", sheet.code, code_size, Weight::bold, 0, 10);
    paper.paragraph("P", sheet.outcome, body_size, Weight::bold, 0, 10);
    if (!sheet.done.empty()) {
        paper.paragraph("H2", sheet.done_title, heading_size, Weight::bold);
        for (auto const& line : sheet.done) {
            paper.paragraph("P", "• " + line, body_size, Weight::normal, 0, 4);
        }
    }
    write_steps(paper, sheet);
    paper.space(14);
    paper.paragraph("P", sheet.help, body_size, Weight::bold);
    return paper.finish();
}

} // namespace

std::string receipt_pdf(ReceiptSheet const& sheet) {
    auto const drawn = draw(sheet);
    QPDF pdf;
    pdf.processMemoryFile("receipt", drawn.data(), drawn.size());
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(sheet.language));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    auto const buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace parvis::interview
