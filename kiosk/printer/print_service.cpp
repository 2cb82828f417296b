// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/print_service.hpp"

#include "kiosk/printer/ipp_message.hpp"
#include "kiosk/printer/page_ranges.hpp"

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace parvis::kiosk {

using kiosk_protocol::Colour;
using kiosk_protocol::Sides;

namespace {

constexpr std::size_t write_size = 65536;
constexpr std::chrono::milliseconds between_purges{50};

char const* no_password(char const*, http_t*, char const*, char const*, void*) {
    // Nobody sits at a kiosk to type one: the library would ask on the terminal.
    return nullptr;
}

int give_up(http_t*, void*) {
    return 0;
}

std::string queue_uri(std::string const& queue) {
    std::array<char, HTTP_MAX_URI> uri{};
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr,
                     "localhost", 0, "/printers/%s", queue.c_str());
    return uri.data();
}

using namespace ipp_message;

JobPhase phase_of(int state) {
    switch (static_cast<ipp_jstate_t>(state)) {
    case IPP_JSTATE_HELD:
        return JobPhase::held;
    case IPP_JSTATE_PROCESSING:
        return JobPhase::processing;
    case IPP_JSTATE_STOPPED:
        return JobPhase::stopped;
    case IPP_JSTATE_CANCELED:
        return JobPhase::cancelled;
    case IPP_JSTATE_ABORTED:
        return JobPhase::aborted;
    case IPP_JSTATE_COMPLETED:
        return JobPhase::completed;
    default:
        return JobPhase::pending;
    }
}

/// libcups' option list, freed at the end.
class OptionList {
  public:
    OptionList() = default;
    ~OptionList() { cupsFreeOptions(count_, options_); }
    OptionList(OptionList const&) = delete;
    OptionList& operator=(OptionList const&) = delete;

    void add(char const* name, std::string const& value) {
        count_ = cupsAddOption(name, value.c_str(), count_, &options_);
    }
    int count() const { return count_; }
    cups_option_t* get() const { return options_; }

  private:
    int count_ = 0;
    cups_option_t* options_ = nullptr;
};

void add_options(OptionList& list, kiosk_protocol::PrintOptions const& options) {
    list.add("copies", std::to_string(options.copies));
    list.add("print-color-mode", options.colour == Colour::grey ? "monochrome" : "color");
    switch (options.sides) {
    case Sides::one:
        list.add("sides", "one-sided");
        break;
    case Sides::long_edge:
        list.add("sides", "two-sided-long-edge");
        break;
    case Sides::short_edge:
        list.add("sides", "two-sided-short-edge");
        break;
    }
    if (auto const ranges = parse_page_ranges(options.pages); ranges && !ranges->empty()) {
        list.add("page-ranges", to_option(*ranges));
    }
}

double seconds(std::chrono::milliseconds span) {
    return std::chrono::duration<double>(span).count();
}

} // namespace

struct PrintService::Connection {
    http_t* http = nullptr;

    explicit Connection(http_t* open) : http(open) {}
    ~Connection() { httpClose(http); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
};

PrintService::PrintService(PrintServiceConfig config) : config_(std::move(config)) {
    if (!config_.server.empty()) {
        cupsSetServer(config_.server.c_str());
    }
    cupsSetPasswordCB2(no_password, nullptr);
}

PrintService::~PrintService() = default;

Result<void> PrintService::connect() {
    if (connection_ && httpGetFd(connection_->http) >= 0 && httpError(connection_->http) == 0) {
        return {};
    }
    connection_.reset();
    auto* const http = httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
                                    static_cast<int>(config_.connect_limit.count()), nullptr);
    if (http == nullptr) {
        return fail(ErrorCode::unavailable, "print_service_unreachable");
    }
    connection_ = std::make_unique<Connection>(http);
    httpSetTimeout(http, seconds(config_.request_limit), give_up, nullptr);
    return {};
}

Error PrintService::refused() {
    auto const status = cupsLastError();
    std::string const words = cupsLastErrorString();
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND:
        return fail(ErrorCode::not_found, "print_queue_unknown");
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
        return fail(ErrorCode::unavailable, "printer_not_accepting");
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
    case IPP_STATUS_ERROR_INTERNAL:
        connection_.reset();
        return fail(ErrorCode::unavailable, "print_service_unreachable", {}, {{"cause", words}});
    default:
        return fail(ErrorCode::device_failure, "print_service_refused", {}, {{"cause", words}});
    }
}

Result<std::string> PrintService::queue() {
    if (auto const ready = connect(); !ready) {
        return ready.error();
    }
    if (!config_.queue.empty()) {
        return config_.queue;
    }
    auto const* named = cupsGetDefault2(connection_->http);
    if (named == nullptr) {
        return fail(ErrorCode::not_found, "print_queue_unknown");
    }
    return std::string(named);
}

Result<int> PrintService::submit(std::span<std::byte const> pdf,
                                 kiosk_protocol::PrintOptions const& options) {
    // Asked first: libcups would look for an unknown queue in the whole network, and say that the service is
    // away.
    if (auto const known = printer(); !known) {
        return known.error();
    }
    auto const name = queue();
    if (!name) {
        return name.error();
    }
    OptionList list;
    add_options(list, options);
    auto* const http = connection_->http;
    auto const job = cupsCreateJob(http, name->c_str(), neutral_job_name, list.count(), list.get());
    if (job == 0) {
        return refused();
    }
    auto status = cupsStartDocument(http, name->c_str(), job, neutral_job_name, CUPS_FORMAT_PDF, 1);
    while (status == HTTP_STATUS_CONTINUE && !pdf.empty()) {
        auto const piece = pdf.first(std::min(pdf.size(), write_size));
        status = cupsWriteRequestData(http, reinterpret_cast<char const*>(piece.data()), piece.size());
        pdf = pdf.subspan(piece.size());
    }
    auto const finished = cupsFinishDocument(http, name->c_str());
    if (!pdf.empty() || finished > IPP_STATUS_OK_CONFLICTING) {
        auto const error = refused();
        static_cast<void>(cancel(job).ok());
        return error;
    }
    return job;
}

Result<JobAttributes> PrintService::job(int number_of_job) {
    auto const name = queue();
    if (!name) {
        return name.error();
    }
    auto request = new_request(IPP_OP_GET_JOB_ATTRIBUTES, queue_uri(*name));
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number_of_job);
    constexpr std::array names{"job-state", "job-state-reasons", "job-printer-state-message",
                               "job-media-sheets-completed"};
    want(request, names);
    Ipp const answer(cupsDoRequest(connection_->http, request.release(), "/"));
    if (!answer || cupsLastError() > IPP_STATUS_OK_CONFLICTING) {
        return refused();
    }
    return JobAttributes{phase_of(number(answer, "job-state", IPP_JSTATE_PENDING)),
                         texts(answer, "job-state-reasons"), text(answer, "job-printer-state-message"),
                         number(answer, "job-media-sheets-completed", 0)};
}

Result<PrinterAttributes> PrintService::printer() {
    auto const name = queue();
    if (!name) {
        return name.error();
    }
    auto request = new_request(IPP_OP_GET_PRINTER_ATTRIBUTES, queue_uri(*name));
    want_printer_attributes(request);
    Ipp const answer(cupsDoRequest(connection_->http, request.release(), "/"));
    if (!answer || cupsLastError() > IPP_STATUS_OK_CONFLICTING) {
        return refused();
    }
    return printer_of(answer);
}

void PrintService::ask_device(PrinterAttributes& attributes) const {
    std::array<char, 32> scheme{};
    std::array<char, HTTP_MAX_URI> user{};
    std::array<char, HTTP_MAX_HOST> host{};
    std::array<char, HTTP_MAX_URI> resource{};
    int port = 0;
    auto const separated = httpSeparateURI(
        HTTP_URI_CODING_ALL, attributes.device_uri.c_str(), scheme.data(), static_cast<int>(scheme.size()),
        user.data(), static_cast<int>(user.size()), host.data(), static_cast<int>(host.size()), &port,
        resource.data(), static_cast<int>(resource.size()));
    std::string_view const kind = scheme.data();
    auto const by_ipp = kind == "ipp" || kind == "ipps" || kind == "http" || kind == "https";
    if (separated < HTTP_URI_STATUS_OK || (!by_ipp && kind != "socket")) {
        return;
    }
    auto const encryption =
        kind == "ipps" || kind == "https" ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    Connection const device(httpConnect2(host.data(), port, nullptr, AF_UNSPEC, encryption, 1,
                                         static_cast<int>(config_.device_limit.count()), nullptr));
    if (device.http == nullptr) {
        attributes.reasons.emplace_back("offline-report");
        return;
    }
    if (!by_ipp) {
        return;
    }
    httpSetTimeout(device.http, seconds(config_.device_limit), give_up, nullptr);
    auto request = new_request(IPP_OP_GET_PRINTER_ATTRIBUTES, attributes.device_uri);
    want_printer_attributes(request);
    Ipp const answer(cupsDoRequest(device.http, request.release(), resource.data()));
    if (!answer) {
        attributes.reasons.emplace_back("offline-report");
        return;
    }
    auto const own = printer_of(answer);
    attributes.reasons.insert(attributes.reasons.end(), own.reasons.begin(), own.reasons.end());
    attributes.stopped = attributes.stopped || own.stopped;
    attributes.model = own.model.empty() ? attributes.model : own.model;
}

Result<void> PrintService::cancel(int number_of_job) {
    auto const name = queue();
    if (!name) {
        return name.error();
    }
    constexpr int with_files = 1;
    auto const status = cupsCancelJob2(connection_->http, name->c_str(), number_of_job, with_files);
    if (status > IPP_STATUS_OK_CONFLICTING && status != IPP_STATUS_ERROR_NOT_FOUND) {
        return refused();
    }
    return {};
}

Result<std::vector<int>> PrintService::our_jobs() {
    auto const name = queue();
    if (!name) {
        return name.error();
    }
    auto request = new_request(IPP_OP_GET_JOBS, queue_uri(*name));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "all");
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    constexpr std::array names{"job-id", "job-name"};
    want(request, names);
    Ipp const answer(cupsDoRequest(connection_->http, request.release(), "/"));
    if (!answer || cupsLastError() > IPP_STATUS_OK_CONFLICTING) {
        return refused();
    }
    std::vector<int> jobs;
    int id = 0;
    std::string title;
    auto const take = [&] {
        if (id != 0 && title == neutral_job_name) {
            jobs.push_back(id);
        }
        id = 0;
        title.clear();
    };
    for (auto* at = ippFirstAttribute(answer.get()); at != nullptr; at = ippNextAttribute(answer.get())) {
        auto const* attribute = ippGetName(at);
        if (ippGetGroupTag(at) != IPP_TAG_JOB || attribute == nullptr) {
            take();
        } else if (std::string_view(attribute) == "job-id") {
            id = ippGetInteger(at, 0);
        } else if (std::string_view(attribute) == "job-name") {
            title = ippGetString(at, 0, nullptr);
        }
    }
    take();
    return jobs;
}

Result<int> PrintService::purge() {
    // A job in print leaves its history behind until its backend has ended: asked again until none is left.
    std::set<int> removed;
    auto const deadline = std::chrono::steady_clock::now() + config_.purge_limit;
    while (true) {
        auto const jobs = our_jobs();
        if (!jobs) {
            return jobs.error();
        }
        if (jobs->empty()) {
            // Its buffers may still hold the end of a document.
            connection_.reset();
            return static_cast<int>(removed.size());
        }
        if (std::chrono::steady_clock::now() > deadline) {
            return fail(ErrorCode::device_failure, "print_spool_not_empty", {},
                        {{"jobs", std::to_string(jobs->size())}});
        }
        for (auto const job : *jobs) {
            if (auto const gone = cancel(job); !gone) {
                return gone.error();
            }
            removed.insert(job);
        }
        std::this_thread::sleep_for(between_purges);
    }
}

} // namespace parvis::kiosk
