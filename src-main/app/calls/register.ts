import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type MainCall, mainCalls } from '#shared/contract/names.ts';
import { channelOf } from '../../preload/channels.ts';
import { answerCall, type GivenOutput, type ParsedInput, refuse } from '../core-side/answer-call.ts';
import { isTooLarge } from '../core-side/message-size.ts';

export type MainHandlers = {
  [Name in MainCall]: (input: ParsedInput<Name>) => GivenOutput<Name> | Promise<GivenOutput<Name>>;
};

type Options = {
  handlers: MainHandlers;
  isOurs: (event: IpcMainInvokeEvent) => boolean;
  log: (line: string) => void;
};

/** Answers the calls that need the desktop. First who asks, then what is asked, then the work. */
export function registerMainCalls({ handlers, isOurs, log }: Options): void {
  for (const name of mainCalls) register(name);

  function register<Name extends MainCall>(name: Name) {
    ipcMain.handle(channelOf(name), async (event, input: unknown) => {
      if (!isOurs(event)) {
        log(`refused ${name}: it does not come from the app's window`);
        return refuse({ code: 'bad_message', message: 'This window may not ask for that.' });
      }
      if (isTooLarge(input))
        return refuse({ code: 'bad_message', message: 'The message is larger than any call may be.' });
      return answerCall(name, input, handlers[name] as (input: ParsedInput<Name>) => GivenOutput<Name>, log);
    });
  }
}
