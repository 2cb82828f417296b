// SPDX-License-Identifier: EUPL-1.2
// A real server on loopback, run by a thread of its own, and a client that sends exactly the bytes it is
// given.
#pragma once

#include "platform/http/server.hpp"
#include "platform/http/target.hpp"
#include "platform/json/parse.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <thread>

namespace parvis::http::testing {

using namespace std::chrono_literals;

struct Answer {
    unsigned status = 0;
    Headers headers;
    std::string body;

    std::string header(std::string_view name) const { return headers.find(name).value_or(""); }
    boost::json::object json() const { return json::parse(body, body.size()).value().as_object(); }
    std::string code() const { return std::string(json().at("code").as_string()); }
};

/// A plain socket; waits at most 20 s for anything.
class Client {
  public:
    explicit Client(std::uint16_t port) : socket_(io_) {
        socket_.connect({boost::asio::ip::make_address("127.0.0.1"), port});
        timeval const patience{20, 0};
        ::setsockopt(socket_.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    void send(std::string const& bytes) {
        boost::system::error_code ignored; // the server may have closed already: its answer tells why
        for (std::size_t sent = 0; sent < bytes.size() && !ignored;) {
            sent += socket_.write_some(boost::asio::buffer(bytes) + sent, ignored);
        }
    }
    /// `fields` are whole lines, each with its end.
    Answer ask(std::string const& line, std::string const& fields = "", std::string const& body = "") {
        auto const length = body.empty() ? "" : "Content-Length: " + std::to_string(body.size()) + "\r\n";
        send(line + " HTTP/1.1\r\nHost: parvis.test\r\n" + fields + length + "\r\n" + body);
        return answer(line.starts_with("HEAD"));
    }
    Answer answer(bool without_content = false) {
        while (unread_.find("\r\n\r\n") == std::string::npos && receive()) {
        }
        auto const end = unread_.find("\r\n\r\n");
        if (end == std::string::npos) {
            return {};
        }
        Answer out;
        out.status = static_cast<unsigned>(std::stoul(unread_.substr(9, 3)));
        for (auto at = unread_.find("\r\n") + 2; at < end;) {
            auto const stop = unread_.find("\r\n", at);
            auto const colon = unread_.find(": ", at);
            out.headers.add(unread_.substr(at, colon - at), unread_.substr(colon + 2, stop - colon - 2));
            at = stop + 2;
        }
        unread_.erase(0, end + 4);
        auto const length = out.headers.find("Content-Length");
        auto const wanted = length && !without_content ? std::stoul(*length) : 0;
        while (unread_.size() < wanted && receive()) {
        }
        out.body = unread_.substr(0, wanted);
        unread_.erase(0, wanted);
        return out;
    }
    /// True when the server closed and sent nothing more.
    bool is_closed() { return !receive(); }

  private:
    bool receive() {
        std::string chunk(65536, '\0');
        boost::system::error_code error;
        auto const bytes = socket_.read_some(boost::asio::buffer(chunk), error);
        unread_.append(chunk, 0, bytes);
        return !error && bytes > 0;
    }

    boost::asio::io_context io_;
    boost::asio::ip::tcp::socket socket_;
    std::string unread_;
};

/// Starts in the constructor, stops in order in the destructor.
class RunningServer {
  public:
    explicit RunningServer(Router router, ServerOptions options = {},
                           std::function<void(Server&)> prepare = {})
        : workers_(io_, 2),
          server_(std::make_unique<Server>(io_, workers_, std::move(router), std::move(options))) {
        if (prepare) {
            prepare(*server_);
        }
        auto const started = server_->start();
        if (!started) {
            throw std::runtime_error(describe(started.error()));
        }
        port_ = server_->port();
        thread_ = std::thread([this] { io_.run(); });
    }
    ~RunningServer() {
        stop();
        on_io([this] { server_.reset(); });
        guard_.reset();
        thread_.join();
    }
    /// Waits until the server has stopped.
    void stop() {
        std::promise<void> stopped;
        boost::asio::post(io_, [&] { server_->stop([&] { stopped.set_value(); }); });
        stopped.get_future().wait();
    }
    template <class F>
    std::invoke_result_t<F&> on_io(F call) {
        std::packaged_task<std::invoke_result_t<F&>()> task(std::move(call));
        auto future = task.get_future();
        boost::asio::post(io_, [&task] { task(); });
        return future.get();
    }
    Server& server() { return *server_; }
    boost::asio::io_context& io() { return io_; }
    std::uint16_t port() const { return port_; }

  private:
    boost::asio::io_context io_;
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> guard_{
        boost::asio::make_work_guard(io_)};
    Workers workers_;
    std::unique_ptr<Server> server_;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

/// A folder that goes with it.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "parvis-http-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }
    void write(std::string const& name, std::string const& content) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << content;
    }

  private:
    std::filesystem::path path_;
};

} // namespace parvis::http::testing
