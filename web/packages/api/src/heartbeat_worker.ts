// SPDX-License-Identifier: EUPL-1.2
self.onmessage = (event: MessageEvent<number>) => {
  setInterval(() => self.postMessage(null), event.data);
};
