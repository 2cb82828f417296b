// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/imaging/pdf_assembly.hpp"

#include "kiosk/imaging/group4.hpp"
#include "kiosk/imaging/retouch.hpp"

#include <fmt/format.h>
#include <leptonica/allheaders.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <memory>

namespace parvis::kiosk {

namespace {

constexpr int resolution_when_unknown = 300;
constexpr double points_per_inch = 72;

/// A picture as a PDF holds it.
struct Embedded {
    QPDFObjectHandle image;
    int width = 0;
    int height = 0;
    int resolution = 0;
};

std::shared_ptr<Buffer> to_buffer(ByteView bytes) {
    auto buffer = std::make_shared<Buffer>(bytes.size());
    std::ranges::copy(bytes, reinterpret_cast<std::byte*>(buffer->getBuffer()));
    return buffer;
}

QPDFObjectHandle image_object(QPDF& pdf, ByteView data, std::string const& dictionary,
                              std::string const& filter, std::string const& parameters) {
    auto image = QPDFObjectHandle::newStream(&pdf);
    image.replaceDict(QPDFObjectHandle::parse(dictionary));
    image.replaceStreamData(to_buffer(data), QPDFObjectHandle::parse(filter),
                            QPDFObjectHandle::parse(parameters));
    return image;
}

Embedded embed_jpeg(QPDF& pdf, ByteView file, PictureHeader const& header) {
    auto const dictionary =
        fmt::format("<</Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /{} "
                    "/BitsPerComponent 8>>",
                    header.width, header.height, header.channels == 1 ? "DeviceGray" : "DeviceRGB");
    return {image_object(pdf, file, dictionary, "/DCTDecode", "null"), header.width, header.height,
            header.resolution};
}

Embedded embed_one_bit(QPDF& pdf, ByteView file) {
    auto const picture = decode(file);
    auto const page = to_black_and_white(picture.get());
    auto const width = pixGetWidth(page.get());
    auto const height = pixGetHeight(page.get());
    auto const dictionary = fmt::format("<</Type /XObject /Subtype /Image /Width {} /Height {} "
                                        "/ColorSpace /DeviceGray /BitsPerComponent 1>>",
                                        width, height);
    auto const parameters = fmt::format("<</K -1 /Columns {} /Rows {}>>", width, height);
    return {image_object(pdf, encode_group4(page.get()), dictionary, "/CCITTFaxDecode", parameters), width,
            height, pixGetXRes(picture.get())};
}

void add_page(QPDF& pdf, Embedded const& picture) {
    auto const resolution = picture.resolution > 0 ? picture.resolution : resolution_when_unknown;
    auto const width = picture.width * points_per_inch / resolution;
    auto const height = picture.height * points_per_inch / resolution;
    auto page =
        QPDFObjectHandle::parse(fmt::format("<</Type /Page /MediaBox [0 0 {:.3f} {:.3f}]>>", width, height));
    auto resources = QPDFObjectHandle::parse("<</XObject <<>>>>");
    resources.getKey("/XObject").replaceKey("/Page", picture.image);
    page.replaceKey("/Resources", resources);
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(
                                     &pdf, fmt::format("{:.3f} 0 0 {:.3f} 0 0 cm /Page Do", width, height)));
    constexpr bool at_the_end = false;
    QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(page)), at_the_end);
}

Embedded embed(QPDF& pdf, ByteView file, bool black_and_white) {
    auto const header = read_header(file);
    return black_and_white || header.format == PictureFormat::png ? embed_one_bit(pdf, file)
                                                                  : embed_jpeg(pdf, file, header);
}

} // namespace

Bytes assemble_pdf(std::vector<Bytes> const& pages, bool black_and_white) {
    if (pages.empty()) {
        throw ImagingFailure("no_pages");
    }
    QPDF pdf;
    pdf.emptyPDF();
    pdf.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString("fr"));
    for (std::size_t index = 0; index < pages.size(); ++index) {
        try {
            add_page(pdf, embed(pdf, pages[index], black_and_white));
        } catch (ImagingFailure const& failure) {
            throw ImagingFailure(failure.reason, "/pages/" + std::to_string(index), failure.what());
        }
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    auto const out = writer.getBufferSharedPointer();
    auto const bytes = ByteView(reinterpret_cast<std::byte const*>(out->getBuffer()), out->getSize());
    return {bytes.begin(), bytes.end()};
}

} // namespace parvis::kiosk
