// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/child/worker_process.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace parvis::kiosk {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

WorkerChannel become_worker() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_IGN);
    rlimit const no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    if constexpr (!sanitized) {
        // The leak check of the sanitizers must be able to trace its own process.
        ::prctl(PR_SET_DUMPABLE, 0);
    }
    WorkerChannel const channel{::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3),
                                ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)};
    auto const nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nowhere, STDIN_FILENO);
    ::dup2(nowhere, STDOUT_FILENO);
    return channel;
}

void limit_memory(std::uint64_t bytes) {
    if constexpr (!sanitized) {
        rlimit const limit{bytes, bytes};
        ::setrlimit(RLIMIT_DATA, &limit);
    }
}

void limit_processor_time(std::uint64_t seconds) {
    rlimit const limit{seconds, seconds};
    ::setrlimit(RLIMIT_CPU, &limit);
}

std::uint64_t peak_resident_bytes() {
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmHWM:")) {
            return std::stoull(line.substr(6)) * 1024;
        }
    }
    return 0;
}

} // namespace parvis::kiosk
