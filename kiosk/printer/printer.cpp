// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/printer.hpp"

#include "kiosk/printer/page_ranges.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

namespace parvis::kiosk {

using kiosk_protocol::DeviceCondition;
using kiosk_protocol::DeviceReason;
using kiosk_protocol::DeviceState;
using kiosk_protocol::PrintState;
using std::chrono::steady_clock;

namespace {

constexpr int most_copies = 20;
constexpr std::string_view pdf_mark = "%PDF-";

bool has_low_toner(std::vector<DeviceReason> const& reasons) {
    return std::ranges::any_of(reasons, [](DeviceReason reason) {
        return reason == DeviceReason::toner_low || reason == DeviceReason::toner_empty;
    });
}

bool waits_for_person(PrintState state) {
    return state != PrintState::waiting && state != PrintState::printing && state != PrintState::sending;
}

PrintState state_of(Error const& error) {
    return error.reason == "printer_not_accepting" ? PrintState::not_accepting : PrintState::failed;
}

std::vector<DeviceReason> reasons_of(Error const& error) {
    if (error.reason == "print_service_unreachable") {
        return {DeviceReason::service_unreachable};
    }
    if (error.reason == "print_queue_unknown") {
        return {DeviceReason::not_configured};
    }
    return error.reason == "printer_not_accepting" ? std::vector{DeviceReason::not_accepting}
                                                   : std::vector<DeviceReason>{};
}

} // namespace

/// Runs on the printer's thread. Shared with it, so that posted events find out whether the printer still
/// lives.
class Printer::Worker : public std::enable_shared_from_this<Worker> {
  public:
    using Task = std::function<void(Worker&)>;

    Worker(boost::asio::io_context& io, PrinterConfig config) : io_(io), config_(std::move(config)) {}

    void start() {
        thread_ = std::jthread([this](std::stop_token const& stop) { run(stop); });
    }
    void stop() {
        alive_ = false;
        thread_.request_stop();
        wake_.notify_all();
        thread_.join();
    }
    void add(Task task) {
        {
            std::scoped_lock const lock(mutex_);
            tasks_.push_back(std::move(task));
        }
        wake_.notify_all();
    }

    void submit(PrintOrder order, std::vector<std::byte> const& pdf,
                kiosk_protocol::PrintOptions const& options, OnEvent on_event);
    void cancel(PrintOrder order);
    void purge(std::function<void(Result<int>)> const& answer);
    void status(std::function<void(DeviceState)> const& answer);

  private:
    struct Active {
        PrintOrder order = 0;
        int job = 0;
        OnEvent on_event;
        PrintEvent told;
        bool toner_told = false;
        steady_clock::time_point changed_at = steady_clock::now();
    };

    void run(std::stop_token const& stop);
    std::optional<Task> next_task(std::stop_token const& stop);
    void poll();
    void observe(Active& active);
    void give_up_if_late(Active& active);
    void tell(Active& active, PrintEvent event);
    /// Calls `what` on the io context's thread, unless the printer has gone by then.
    template <class F>
    void post(F what) {
        boost::asio::post(io_, [self = shared_from_this(), what = std::move(what)] {
            if (self->alive_) {
                what();
            }
        });
    }

    boost::asio::io_context& io_;
    PrinterConfig config_;
    std::optional<PrintService> service_; ///< made on its thread: libcups keeps its settings per thread
    std::vector<Active> active_;
    bool alive_ = true; ///< touched on the io context's thread only

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Task> tasks_;
    std::jthread thread_;
};

void Printer::Worker::run(std::stop_token const& stop) {
    service_.emplace(config_.service);
    while (!stop.stop_requested()) {
        if (auto const task = next_task(stop)) {
            (*task)(*this);
        } else {
            poll();
        }
    }
    service_.reset();
}

std::optional<Printer::Worker::Task> Printer::Worker::next_task(std::stop_token const& stop) {
    std::unique_lock lock(mutex_);
    auto const ready = [this] { return !tasks_.empty(); };
    if (active_.empty()) {
        wake_.wait(lock, stop, ready);
    } else {
        wake_.wait_for(lock, stop, config_.limits.poll, ready);
    }
    if (tasks_.empty()) {
        return std::nullopt;
    }
    auto task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
}

void Printer::Worker::tell(Active& active, PrintEvent event) {
    event.order = active.order;
    if (event.state != PrintState::toner_low) {
        active.told = event;
        active.changed_at = steady_clock::now();
    }
    post([on_event = active.on_event, event = std::move(event)] { on_event(event); });
}

void Printer::Worker::submit(PrintOrder order, std::vector<std::byte> const& pdf,
                             kiosk_protocol::PrintOptions const& options, OnEvent on_event) {
    Active active;
    active.order = order;
    active.on_event = std::move(on_event);
    tell(active, {.state = PrintState::sending, .reasons = {}, .detail = {}});
    auto const job = service_->submit(pdf, options);
    if (!job) {
        tell(active, {.state = state_of(job.error()),
                      .reasons = reasons_of(job.error()),
                      .detail = describe(job.error())});
        return;
    }
    active.job = *job;
    active_.push_back(std::move(active));
    poll();
}

void Printer::Worker::cancel(PrintOrder order) {
    auto const found = std::ranges::find(active_, order, &Active::order);
    if (found == active_.end()) {
        return;
    }
    observe(*found);
    if (!is_final(found->told.state)) {
        auto const cancelled = service_->cancel(found->job);
        tell(*found, {.state = cancelled ? PrintState::cancelled : PrintState::unknown_outcome,
                      .reasons = cancelled ? std::vector<DeviceReason>{} : reasons_of(cancelled.error()),
                      .detail = cancelled ? std::string() : describe(cancelled.error()),
                      .sheets = found->told.sheets});
    }
    active_.erase(found);
}

void Printer::Worker::purge(std::function<void(Result<int>)> const& answer) {
    for (auto& active : active_) {
        observe(active);
        if (!is_final(active.told.state)) {
            tell(active,
                 {.state = PrintState::cancelled, .reasons = {}, .detail = {}, .sheets = active.told.sheets});
        }
    }
    active_.clear();
    post([answer, removed = service_->purge()] { answer(removed); });
}

void Printer::Worker::status(std::function<void(DeviceState)> const& answer) {
    DeviceState state;
    if (auto printer = service_->printer()) {
        if (active_.empty()) {
            service_->ask_device(*printer);
        }
        state = judge(*printer);
    } else {
        state.state = DeviceCondition::absent;
        state.reasons = reasons_of(printer.error());
        state.detail = describe(printer.error());
    }
    post([answer, state] { answer(state); });
}

void Printer::Worker::poll() {
    for (auto& active : active_) {
        observe(active);
        give_up_if_late(active);
    }
    std::erase_if(active_, [](Active const& active) { return is_final(active.told.state); });
}

void Printer::Worker::observe(Active& active) {
    auto const job = service_->job(active.job);
    auto const printer = job ? service_->printer() : Result<PrinterAttributes>(job.error());
    PrintEvent now;
    if (!printer) {
        now.state = PrintState::printer_offline;
        now.reasons = reasons_of(printer.error());
        now.detail = describe(printer.error());
        now.sheets = active.told.sheets;
    } else {
        now.state = judge(*job, *printer);
        now.reasons = device_reasons(*printer);
        now.detail = printer->message;
        now.sheets = job->sheets;
        if (has_low_toner(now.reasons) && !std::exchange(active.toner_told, true)) {
            auto low = now;
            low.state = PrintState::toner_low;
            tell(active, std::move(low));
        }
    }
    if (now.state != active.told.state || now.reasons != active.told.reasons ||
        now.sheets != active.told.sheets) {
        tell(active, std::move(now));
    }
}

void Printer::Worker::give_up_if_late(Active& active) {
    auto const state = active.told.state;
    if (is_final(state)) {
        return;
    }
    auto const limit = waits_for_person(state) ? config_.limits.attention : config_.limits.silence;
    if (steady_clock::now() - active.changed_at < limit) {
        return;
    }
    static_cast<void>(service_->cancel(active.job).ok());
    auto last = active.told;
    last.state = PrintState::unknown_outcome;
    tell(active, std::move(last));
}

Printer::Printer(boost::asio::io_context& io, PrinterConfig config)
    : worker_(std::make_shared<Worker>(io, std::move(config))) {
    worker_->start();
}

Printer::~Printer() {
    worker_->stop();
}

Result<PrintOrder> Printer::submit(std::vector<std::byte> pdf, kiosk_protocol::PrintOptions const& options,
                                   OnEvent on_event) {
    if (options.copies < 1 || options.copies > most_copies) {
        return fail(ErrorCode::invalid_input, "value_out_of_range", "/copies",
                    {{"lowest", "1"}, {"highest", std::to_string(most_copies)}});
    }
    if (auto const ranges = parse_page_ranges(options.pages); !ranges) {
        return ranges.error();
    }
    auto const begins_as_pdf =
        pdf.size() > pdf_mark.size() &&
        std::ranges::equal(std::span(pdf).first(pdf_mark.size()), std::as_bytes(std::span(pdf_mark)));
    if (!begins_as_pdf) {
        return fail(ErrorCode::invalid_input, "not_a_pdf");
    }
    auto const order = ++last_order_;
    worker_->add([order, pdf = std::move(pdf), options, on_event = std::move(on_event)](Worker& worker) {
        worker.submit(order, pdf, options, on_event);
    });
    return order;
}

void Printer::cancel(PrintOrder order) {
    worker_->add([order](Worker& worker) { worker.cancel(order); });
}

void Printer::purge(std::function<void(Result<int>)> answer) {
    worker_->add([answer = std::move(answer)](Worker& worker) { worker.purge(answer); });
}

void Printer::status(std::function<void(DeviceState)> answer) {
    worker_->add([answer = std::move(answer)](Worker& worker) { worker.status(answer); });
}

} // namespace parvis::kiosk
