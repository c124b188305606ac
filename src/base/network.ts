import { readFileSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** What stands between this machine and Slack: the proxies of a city hall's network, and the certificate of whoever reads along there. */
export type Network = {
  httpsProxy: string | null;
  httpProxy: string | null;
  /** Hosts that are reached without a proxy, separated by commas. */
  noProxy: string | null;
  /** A file of certificates to trust besides Node's own. */
  extraCertificates: string | null;
};

/** Never through a proxy: the playground, and whoever asks for this machine by its own name. */
const THIS_MACHINE = 'localhost,127.0.0.1,::1,[::1]';

/**
 * From now on everything that goes out takes this way: fetch, and Socket Mode through the global agents. Node itself looks for these
 * settings before an `.env` is read. Throws where the certificates can't be read.
 */
export function goThrough({ httpsProxy, httpProxy, noProxy, extraCertificates }: Network): void {
  if (extraCertificates)
    setDefaultCACertificates([...getCACertificates('default'), readFileSync(extraCertificates, 'utf8')]);
  if (!httpsProxy && !httpProxy) return;
  setGlobalProxyFromEnv({
    ...(httpsProxy ? { HTTPS_PROXY: httpsProxy } : {}),
    ...(httpProxy ? { HTTP_PROXY: httpProxy } : {}),
    NO_PROXY: noProxy ? `${noProxy},${THIS_MACHINE}` : THIS_MACHINE,
  });
}
