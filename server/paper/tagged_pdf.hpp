// SPDX-License-Identifier: EUPL-1.2
// Pages with words that a screen reader can follow: cairo and pango draw and tag, qpdf says what cairo cannot
// (language, that it is tagged). Measures in PDF points. Use one from one thread.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <string>

namespace parvis::paper {

struct TextStyle {
    double size{};
    PangoWeight weight = PANGO_WEIGHT_NORMAL;
    float line_spacing = 1.25F; ///< of the height of the letters
    PangoAlignment alignment = PANGO_ALIGN_LEFT;
};

class TaggedPdf {
  public:
    /// `language`: BCP 47, of all its words.
    TaggedPdf(double width, double height, std::string const& title, std::string language);

    double height_of(std::string const& words, TextStyle const& style, double width);
    /// Words in the pen's colour, broken at `width`, tagged as `structure` ("P", "H1"); gives their height.
    double write(char const* structure, std::string const& words, TextStyle const& style, double x, double y,
                 double width);
    void next_page();
    /// For everything that is not words.
    cairo_t* pen() { return context_.get(); }
    /// The file; nothing is drawn afterwards. Exception std::runtime_error when cairo could not draw.
    std::string finish();

  private:
    struct Deleter {
        void operator()(cairo_surface_t* surface) const;
        void operator()(cairo_t* context) const;
        void operator()(PangoFontMap* fonts) const;
        void operator()(PangoContext* words) const;
        void operator()(PangoLayout* layout) const;
    };
    using Layout = std::unique_ptr<PangoLayout, Deleter>;

    Layout lay_out(std::string const& words, TextStyle const& style, double width);

    std::string language_;
    // A font map of its own: the default one of each thread would stay behind on every worker.
    std::unique_ptr<PangoFontMap, Deleter> fonts_;
    std::unique_ptr<PangoContext, Deleter> words_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, Deleter> surface_;
    std::unique_ptr<cairo_t, Deleter> context_;
};

} // namespace parvis::paper
