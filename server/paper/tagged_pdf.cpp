// SPDX-License-Identifier: EUPL-1.2
#include "server/paper/tagged_pdf.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <stdexcept>
#include <utility>

#ifdef __SANITIZE_ADDRESS__
// fontconfig keeps one pattern of 288 bytes for the life of the process, which is told as a leak at its end.
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" char const* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
#endif

namespace parvis::paper {

namespace {

constexpr char family[] = "Liberation Sans, DejaVu Sans, Sans";
constexpr char root_structure[] = "Document";

struct FontDeleter {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

cairo_status_t append(void* closure, unsigned char const* bytes, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<char const*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

double height_in_points(PangoLayout* layout) {
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

} // namespace

void TaggedPdf::Deleter::operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
}
void TaggedPdf::Deleter::operator()(cairo_t* context) const {
    cairo_destroy(context);
}
void TaggedPdf::Deleter::operator()(PangoFontMap* fonts) const {
    g_object_unref(fonts);
}
void TaggedPdf::Deleter::operator()(PangoContext* words) const {
    g_object_unref(words);
}
void TaggedPdf::Deleter::operator()(PangoLayout* layout) const {
    g_object_unref(layout);
}

TaggedPdf::TaggedPdf(double width, double height, std::string const& title, std::string language)
    : language_(std::move(language)), fonts_(pango_cairo_font_map_new()),
      words_(pango_font_map_create_context(fonts_.get())),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, width, height)) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Parvis");
    context_.reset(cairo_create(surface_.get()));
    pango_context_set_language(words_.get(), pango_language_from_string(language_.c_str()));
    pango_cairo_update_context(context_.get(), words_.get());
    cairo_tag_begin(context_.get(), root_structure, nullptr);
}

double TaggedPdf::height_of(std::string const& words, TextStyle const& style, double width) {
    return height_in_points(lay_out(words, style, width).get());
}

double TaggedPdf::write(char const* structure, std::string const& words, TextStyle const& style, double x,
                        double y, double width) {
    auto const layout = lay_out(words, style, width);
    cairo_tag_begin(context_.get(), structure, nullptr);
    cairo_move_to(context_.get(), x, y);
    pango_cairo_show_layout(context_.get(), layout.get());
    cairo_tag_end(context_.get(), structure);
    return height_in_points(layout.get());
}

void TaggedPdf::next_page() {
    cairo_show_page(context_.get());
}

std::string TaggedPdf::finish() {
    cairo_tag_end(context_.get(), root_structure);
    context_.reset();
    cairo_surface_finish(surface_.get());
    if (auto const status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("pdf: ") + cairo_status_to_string(status));
    }
    surface_.reset();
    QPDF pdf;
    pdf.processMemoryFile("drawn", bytes_.data(), bytes_.size());
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(language_));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    auto const buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
}

TaggedPdf::Layout TaggedPdf::lay_out(std::string const& words, TextStyle const& style, double width) {
    Layout layout(pango_layout_new(words_.get()));
    std::unique_ptr<PangoFontDescription, FontDeleter> const font(pango_font_description_new());
    pango_font_description_set_family(font.get(), family);
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.weight);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), style.alignment);
    pango_layout_set_line_spacing(layout.get(), style.line_spacing);
    pango_layout_set_text(layout.get(), words.c_str(), static_cast<int>(words.size()));
    return layout;
}

} // namespace parvis::paper
