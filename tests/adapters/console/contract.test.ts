import { type AdapterHarness, describeAdapterContract } from '../../support/adapter-contract.ts';
import { startConsole } from './console-session.ts';

describeAdapterContract('console at a terminal', harness(true));
describeAdapterContract('console in a pipe', harness(false));

function harness(terminal: boolean): AdapterHarness {
  return {
    textOnly: true,
    start: async (handle, signal) => {
      const { input, finished, screen } = startConsole(handle, { terminal, signal });
      const type = async (line: string): Promise<void> => {
        input.write(`${line}\n`);
      };
      return {
        finished,
        receivedText: screen,
        sendText: type,
        choose: async (label) => {
          const line = screen()
            .split(/\r?\n/)
            .find((shown) => shown.endsWith(`) ${label}`));
          if (line === undefined) throw new Error(`no suggestion «${label}» was shown`);
          await type(line.slice(0, line.indexOf(')')));
        },
      };
    },
  };
}
