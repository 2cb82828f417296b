// SPDX-License-Identifier: EUPL-1.2
// The scan worker as a program of its own, so that tests need no daemon.
#include "kiosk/scanner/scan_worker.hpp"

int main(int argc, char** argv) {
    return parvis::kiosk::scan_worker_main(argc, argv);
}
