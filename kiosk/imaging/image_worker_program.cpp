// SPDX-License-Identifier: EUPL-1.2
// The image worker as a program of its own, so that tests need no daemon.
#include "kiosk/imaging/image_worker.hpp"

int main(int argc, char** argv) {
    return parvis::kiosk::image_worker_main(argc, argv);
}
