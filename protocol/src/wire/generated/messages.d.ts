import * as $protobuf from "./runtime.js";
import Long = require("long");

/** Namespace seatmatrix. */
export namespace seatmatrix {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a ConsoleInput.
         * @deprecated Use seatmatrix.v1.ConsoleInput.$Properties instead.
         */
        interface IConsoleInput extends seatmatrix.v1.ConsoleInput.$Properties {
        }

        /** Represents a ConsoleInput. */
        class ConsoleInput {

            /**
             * Constructs a new ConsoleInput.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ConsoleInput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsoleInput keyboard. */
            keyboard?: (Uint8Array|null);

            /** ConsoleInput pointer. */
            pointer?: (Uint8Array|null);

            /** ConsoleInput wantKeyFrame. */
            wantKeyFrame?: (seatmatrix.v1.WantKeyFrame.$Properties|null);

            /** ConsoleInput codecs. */
            codecs?: (seatmatrix.v1.ConsoleCodecs.$Properties|null);

            /** ConsoleInput message. */
            message?: ("keyboard"|"pointer"|"wantKeyFrame"|"codecs");

            /**
             * Encodes the specified ConsoleInput message. Does not implicitly {@link seatmatrix.v1.ConsoleInput.verify|verify} messages.
             * @param message ConsoleInput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ConsoleInput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsoleInput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ConsoleInput & seatmatrix.v1.ConsoleInput.$Shape} ConsoleInput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ConsoleInput & seatmatrix.v1.ConsoleInput.$Shape;
        }

        namespace ConsoleInput {

            /** Properties of a ConsoleInput. */
            interface $Properties {

                /** ConsoleInput keyboard */
                keyboard?: (Uint8Array|null);

                /** ConsoleInput pointer */
                pointer?: (Uint8Array|null);

                /** ConsoleInput wantKeyFrame */
                wantKeyFrame?: (seatmatrix.v1.WantKeyFrame.$Properties|null);

                /** ConsoleInput codecs */
                codecs?: (seatmatrix.v1.ConsoleCodecs.$Properties|null);

                /** ConsoleInput message */
                message?: ("keyboard"|"pointer"|"wantKeyFrame"|"codecs");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ConsoleInput. */
            type $Shape = {
              keyboard?: Uint8Array|null;
              pointer?: Uint8Array|null;
              wantKeyFrame?: seatmatrix.v1.WantKeyFrame.$Shape|null;
              codecs?: seatmatrix.v1.ConsoleCodecs.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; keyboard?: null; pointer?: null; wantKeyFrame?: null; codecs?: null }|{ message?: "keyboard"; keyboard: Uint8Array; pointer?: null; wantKeyFrame?: null; codecs?: null }|{ message?: "pointer"; keyboard?: null; pointer: Uint8Array; wantKeyFrame?: null; codecs?: null }|{ message?: "wantKeyFrame"; keyboard?: null; pointer?: null; wantKeyFrame: seatmatrix.v1.WantKeyFrame.$Shape; codecs?: null }|{ message?: "codecs"; keyboard?: null; pointer?: null; wantKeyFrame?: null; codecs: seatmatrix.v1.ConsoleCodecs.$Shape })
            );
        }

        /**
         * Properties of a ConsoleCodecs.
         * @deprecated Use seatmatrix.v1.ConsoleCodecs.$Properties instead.
         */
        interface IConsoleCodecs extends seatmatrix.v1.ConsoleCodecs.$Properties {
        }

        /** Represents a ConsoleCodecs. */
        class ConsoleCodecs {

            /**
             * Constructs a new ConsoleCodecs.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ConsoleCodecs.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsoleCodecs codecs. */
            codecs: seatmatrix.v1.Codec[];

            /**
             * Encodes the specified ConsoleCodecs message. Does not implicitly {@link seatmatrix.v1.ConsoleCodecs.verify|verify} messages.
             * @param message ConsoleCodecs message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ConsoleCodecs.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsoleCodecs message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ConsoleCodecs & seatmatrix.v1.ConsoleCodecs.$Shape} ConsoleCodecs
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ConsoleCodecs & seatmatrix.v1.ConsoleCodecs.$Shape;
        }

        namespace ConsoleCodecs {

            /** Properties of a ConsoleCodecs. */
            interface $Properties {

                /** ConsoleCodecs codecs */
                codecs?: (seatmatrix.v1.Codec[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConsoleCodecs. */
            type $Shape = seatmatrix.v1.ConsoleCodecs.$Properties;
        }

        /** ConsoleRole enum. */
        enum ConsoleRole {

            /** CONSOLE_ROLE_UNSPECIFIED value */
            CONSOLE_ROLE_UNSPECIFIED = 0,

            /** CONSOLE_ROLE_CONTROL value */
            CONSOLE_ROLE_CONTROL = 1,

            /** CONSOLE_ROLE_WATCH value */
            CONSOLE_ROLE_WATCH = 2
        }

        /**
         * Properties of a ConsoleUnit.
         * @deprecated Use seatmatrix.v1.ConsoleUnit.$Properties instead.
         */
        interface IConsoleUnit extends seatmatrix.v1.ConsoleUnit.$Properties {
        }

        /** Represents a ConsoleUnit. */
        class ConsoleUnit {

            /**
             * Constructs a new ConsoleUnit.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ConsoleUnit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsoleUnit unit. */
            unit?: (seatmatrix.v1.AccessUnit.$Properties|null);

            /** ConsoleUnit crop. */
            crop?: (seatmatrix.v1.Crop.$Properties|null);

            /**
             * Encodes the specified ConsoleUnit message. Does not implicitly {@link seatmatrix.v1.ConsoleUnit.verify|verify} messages.
             * @param message ConsoleUnit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ConsoleUnit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsoleUnit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ConsoleUnit & seatmatrix.v1.ConsoleUnit.$Shape} ConsoleUnit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ConsoleUnit & seatmatrix.v1.ConsoleUnit.$Shape;
        }

        namespace ConsoleUnit {

            /** Properties of a ConsoleUnit. */
            interface $Properties {

                /** ConsoleUnit unit */
                unit?: (seatmatrix.v1.AccessUnit.$Properties|null);

                /** ConsoleUnit crop */
                crop?: (seatmatrix.v1.Crop.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConsoleUnit. */
            type $Shape = seatmatrix.v1.ConsoleUnit.$Properties;
        }

        /**
         * Properties of a NoPicture.
         * @deprecated Use seatmatrix.v1.NoPicture.$Properties instead.
         */
        interface INoPicture extends seatmatrix.v1.NoPicture.$Properties {
        }

        /** Represents a NoPicture. */
        class NoPicture {

            /**
             * Constructs a new NoPicture.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.NoPicture.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified NoPicture message. Does not implicitly {@link seatmatrix.v1.NoPicture.verify|verify} messages.
             * @param message NoPicture message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.NoPicture.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NoPicture message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.NoPicture & seatmatrix.v1.NoPicture.$Shape} NoPicture
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.NoPicture & seatmatrix.v1.NoPicture.$Shape;
        }

        namespace NoPicture {

            /** Properties of a NoPicture. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NoPicture. */
            type $Shape = seatmatrix.v1.NoPicture.$Properties;
        }

        /**
         * Properties of a ConsoleScene.
         * @deprecated Use seatmatrix.v1.ConsoleScene.$Properties instead.
         */
        interface IConsoleScene extends seatmatrix.v1.ConsoleScene.$Properties {
        }

        /** Represents a ConsoleScene. */
        class ConsoleScene {

            /**
             * Constructs a new ConsoleScene.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ConsoleScene.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsoleScene scene. */
            scene?: (string|null);

            /**
             * Encodes the specified ConsoleScene message. Does not implicitly {@link seatmatrix.v1.ConsoleScene.verify|verify} messages.
             * @param message ConsoleScene message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ConsoleScene.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsoleScene message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ConsoleScene & seatmatrix.v1.ConsoleScene.$Shape} ConsoleScene
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ConsoleScene & seatmatrix.v1.ConsoleScene.$Shape;
        }

        namespace ConsoleScene {

            /** Properties of a ConsoleScene. */
            interface $Properties {

                /** ConsoleScene scene */
                scene?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConsoleScene. */
            type $Shape = seatmatrix.v1.ConsoleScene.$Properties;
        }

        /**
         * Properties of a ConsoleOutput.
         * @deprecated Use seatmatrix.v1.ConsoleOutput.$Properties instead.
         */
        interface IConsoleOutput extends seatmatrix.v1.ConsoleOutput.$Properties {
        }

        /** Represents a ConsoleOutput. */
        class ConsoleOutput {

            /**
             * Constructs a new ConsoleOutput.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ConsoleOutput.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsoleOutput role. */
            role?: (seatmatrix.v1.ConsoleRole|null);

            /** ConsoleOutput unit. */
            unit?: (seatmatrix.v1.ConsoleUnit.$Properties|null);

            /** ConsoleOutput noPicture. */
            noPicture?: (seatmatrix.v1.NoPicture.$Properties|null);

            /** ConsoleOutput scene. */
            scene?: (seatmatrix.v1.ConsoleScene.$Properties|null);

            /** ConsoleOutput leds. */
            leds?: (seatmatrix.v1.Leds.$Properties|null);

            /** ConsoleOutput message. */
            message?: ("role"|"unit"|"noPicture"|"scene"|"leds");

            /**
             * Encodes the specified ConsoleOutput message. Does not implicitly {@link seatmatrix.v1.ConsoleOutput.verify|verify} messages.
             * @param message ConsoleOutput message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ConsoleOutput.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsoleOutput message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ConsoleOutput & seatmatrix.v1.ConsoleOutput.$Shape} ConsoleOutput
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ConsoleOutput & seatmatrix.v1.ConsoleOutput.$Shape;
        }

        namespace ConsoleOutput {

            /** Properties of a ConsoleOutput. */
            interface $Properties {

                /** ConsoleOutput role */
                role?: (seatmatrix.v1.ConsoleRole|null);

                /** ConsoleOutput unit */
                unit?: (seatmatrix.v1.ConsoleUnit.$Properties|null);

                /** ConsoleOutput noPicture */
                noPicture?: (seatmatrix.v1.NoPicture.$Properties|null);

                /** ConsoleOutput scene */
                scene?: (seatmatrix.v1.ConsoleScene.$Properties|null);

                /** ConsoleOutput leds */
                leds?: (seatmatrix.v1.Leds.$Properties|null);

                /** ConsoleOutput message */
                message?: ("role"|"unit"|"noPicture"|"scene"|"leds");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ConsoleOutput. */
            type $Shape = {
              role?: seatmatrix.v1.ConsoleRole|null;
              unit?: seatmatrix.v1.ConsoleUnit.$Shape|null;
              noPicture?: seatmatrix.v1.NoPicture.$Shape|null;
              scene?: seatmatrix.v1.ConsoleScene.$Shape|null;
              leds?: seatmatrix.v1.Leds.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; role?: null; unit?: null; noPicture?: null; scene?: null; leds?: null }|{ message?: "role"; role: seatmatrix.v1.ConsoleRole; unit?: null; noPicture?: null; scene?: null; leds?: null }|{ message?: "unit"; role?: null; unit: seatmatrix.v1.ConsoleUnit.$Shape; noPicture?: null; scene?: null; leds?: null }|{ message?: "noPicture"; role?: null; unit?: null; noPicture: seatmatrix.v1.NoPicture.$Shape; scene?: null; leds?: null }|{ message?: "scene"; role?: null; unit?: null; noPicture?: null; scene: seatmatrix.v1.ConsoleScene.$Shape; leds?: null }|{ message?: "leds"; role?: null; unit?: null; noPicture?: null; scene?: null; leds: seatmatrix.v1.Leds.$Shape })
            );
        }

        /**
         * Properties of an Open.
         * @deprecated Use seatmatrix.v1.Open.$Properties instead.
         */
        interface IOpen extends seatmatrix.v1.Open.$Properties {
        }

        /** Represents an Open. */
        class Open {

            /**
             * Constructs a new Open.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Open.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Open ticket. */
            ticket?: (seatmatrix.v1.SignedTicket.$Properties|null);

            /** Open codecs. */
            codecs: seatmatrix.v1.Codec[];

            /** Open offer. */
            offer?: (seatmatrix.v1.MediaOffer.$Properties|null);

            /**
             * Encodes the specified Open message. Does not implicitly {@link seatmatrix.v1.Open.verify|verify} messages.
             * @param message Open message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Open.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Open message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Open & seatmatrix.v1.Open.$Shape} Open
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Open & seatmatrix.v1.Open.$Shape;
        }

        namespace Open {

            /** Properties of an Open. */
            interface $Properties {

                /** Open ticket */
                ticket?: (seatmatrix.v1.SignedTicket.$Properties|null);

                /** Open codecs */
                codecs?: (seatmatrix.v1.Codec[]|null);

                /** Open offer */
                offer?: (seatmatrix.v1.MediaOffer.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Open. */
            type $Shape = seatmatrix.v1.Open.$Properties;
        }

        /**
         * Properties of a MediaOffer.
         * @deprecated Use seatmatrix.v1.MediaOffer.$Properties instead.
         */
        interface IMediaOffer extends seatmatrix.v1.MediaOffer.$Properties {
        }

        /** Represents a MediaOffer. */
        class MediaOffer {

            /**
             * Constructs a new MediaOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.MediaOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MediaOffer port. */
            port: number;

            /** MediaOffer chromas. */
            chromas: seatmatrix.v1.Chroma[];

            /** MediaOffer sound. */
            sound: boolean;

            /**
             * Encodes the specified MediaOffer message. Does not implicitly {@link seatmatrix.v1.MediaOffer.verify|verify} messages.
             * @param message MediaOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.MediaOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MediaOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.MediaOffer & seatmatrix.v1.MediaOffer.$Shape} MediaOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.MediaOffer & seatmatrix.v1.MediaOffer.$Shape;
        }

        namespace MediaOffer {

            /** Properties of a MediaOffer. */
            interface $Properties {

                /** MediaOffer port */
                port?: (number|null);

                /** MediaOffer chromas */
                chromas?: (seatmatrix.v1.Chroma[]|null);

                /** MediaOffer sound */
                sound?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MediaOffer. */
            type $Shape = seatmatrix.v1.MediaOffer.$Properties;
        }

        /**
         * Properties of an Opened.
         * @deprecated Use seatmatrix.v1.Opened.$Properties instead.
         */
        interface IOpened extends seatmatrix.v1.Opened.$Properties {
        }

        /** Represents an Opened. */
        class Opened {

            /**
             * Constructs a new Opened.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Opened.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Opened capture. */
            capture?: (seatmatrix.v1.CaptureState.$Properties|null);

            /** Opened rtpPort. */
            rtpPort?: (number|null);

            /**
             * Encodes the specified Opened message. Does not implicitly {@link seatmatrix.v1.Opened.verify|verify} messages.
             * @param message Opened message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Opened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Opened message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Opened & seatmatrix.v1.Opened.$Shape} Opened
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Opened & seatmatrix.v1.Opened.$Shape;
        }

        namespace Opened {

            /** Properties of an Opened. */
            interface $Properties {

                /** Opened capture */
                capture?: (seatmatrix.v1.CaptureState.$Properties|null);

                /** Opened rtpPort */
                rtpPort?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Opened. */
            type $Shape = seatmatrix.v1.Opened.$Properties;
        }

        /**
         * Properties of a MediaKeyTaken.
         * @deprecated Use seatmatrix.v1.MediaKeyTaken.$Properties instead.
         */
        interface IMediaKeyTaken extends seatmatrix.v1.MediaKeyTaken.$Properties {
        }

        /** Represents a MediaKeyTaken. */
        class MediaKeyTaken {

            /**
             * Constructs a new MediaKeyTaken.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.MediaKeyTaken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MediaKeyTaken epoch. */
            epoch: number;

            /**
             * Encodes the specified MediaKeyTaken message. Does not implicitly {@link seatmatrix.v1.MediaKeyTaken.verify|verify} messages.
             * @param message MediaKeyTaken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.MediaKeyTaken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MediaKeyTaken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.MediaKeyTaken & seatmatrix.v1.MediaKeyTaken.$Shape} MediaKeyTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.MediaKeyTaken & seatmatrix.v1.MediaKeyTaken.$Shape;
        }

        namespace MediaKeyTaken {

            /** Properties of a MediaKeyTaken. */
            interface $Properties {

                /** MediaKeyTaken epoch */
                epoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MediaKeyTaken. */
            type $Shape = seatmatrix.v1.MediaKeyTaken.$Properties;
        }

        /**
         * Properties of a SerialBytes.
         * @deprecated Use seatmatrix.v1.SerialBytes.$Properties instead.
         */
        interface ISerialBytes extends seatmatrix.v1.SerialBytes.$Properties {
        }

        /** Represents a SerialBytes. */
        class SerialBytes {

            /**
             * Constructs a new SerialBytes.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SerialBytes.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SerialBytes bytes. */
            bytes: Uint8Array;

            /**
             * Encodes the specified SerialBytes message. Does not implicitly {@link seatmatrix.v1.SerialBytes.verify|verify} messages.
             * @param message SerialBytes message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SerialBytes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SerialBytes message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SerialBytes & seatmatrix.v1.SerialBytes.$Shape} SerialBytes
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SerialBytes & seatmatrix.v1.SerialBytes.$Shape;
        }

        namespace SerialBytes {

            /** Properties of a SerialBytes. */
            interface $Properties {

                /** SerialBytes bytes */
                bytes?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SerialBytes. */
            type $Shape = seatmatrix.v1.SerialBytes.$Properties;
        }

        /**
         * Properties of a Position.
         * @deprecated Use seatmatrix.v1.Position.$Properties instead.
         */
        interface IPosition extends seatmatrix.v1.Position.$Properties {
        }

        /** Represents a Position. */
        class Position {

            /**
             * Constructs a new Position.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Position.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Position x. */
            x: number;

            /** Position y. */
            y: number;

            /**
             * Encodes the specified Position message. Does not implicitly {@link seatmatrix.v1.Position.verify|verify} messages.
             * @param message Position message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Position.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Position message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Position & seatmatrix.v1.Position.$Shape} Position
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Position & seatmatrix.v1.Position.$Shape;
        }

        namespace Position {

            /** Properties of a Position. */
            interface $Properties {

                /** Position x */
                x?: (number|null);

                /** Position y */
                y?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Position. */
            type $Shape = seatmatrix.v1.Position.$Properties;
        }

        /**
         * Properties of a Movement.
         * @deprecated Use seatmatrix.v1.Movement.$Properties instead.
         */
        interface IMovement extends seatmatrix.v1.Movement.$Properties {
        }

        /** Represents a Movement. */
        class Movement {

            /**
             * Constructs a new Movement.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Movement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Movement dx. */
            dx: number;

            /** Movement dy. */
            dy: number;

            /**
             * Encodes the specified Movement message. Does not implicitly {@link seatmatrix.v1.Movement.verify|verify} messages.
             * @param message Movement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Movement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Movement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Movement & seatmatrix.v1.Movement.$Shape} Movement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Movement & seatmatrix.v1.Movement.$Shape;
        }

        namespace Movement {

            /** Properties of a Movement. */
            interface $Properties {

                /** Movement dx */
                dx?: (number|null);

                /** Movement dy */
                dy?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Movement. */
            type $Shape = seatmatrix.v1.Movement.$Properties;
        }

        /**
         * Properties of a Pointer.
         * @deprecated Use seatmatrix.v1.Pointer.$Properties instead.
         */
        interface IPointer extends seatmatrix.v1.Pointer.$Properties {
        }

        /** Represents a Pointer. */
        class Pointer {

            /**
             * Constructs a new Pointer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Pointer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Pointer buttons. */
            buttons: number;

            /** Pointer position. */
            position?: (seatmatrix.v1.Position.$Properties|null);

            /** Pointer movement. */
            movement?: (seatmatrix.v1.Movement.$Properties|null);

            /** Pointer wheel. */
            wheel: number;

            /** Pointer tilt. */
            tilt: number;

            /**
             * Encodes the specified Pointer message. Does not implicitly {@link seatmatrix.v1.Pointer.verify|verify} messages.
             * @param message Pointer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Pointer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Pointer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Pointer & seatmatrix.v1.Pointer.$Shape} Pointer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Pointer & seatmatrix.v1.Pointer.$Shape;
        }

        namespace Pointer {

            /** Properties of a Pointer. */
            interface $Properties {

                /** Pointer buttons */
                buttons?: (number|null);

                /** Pointer position */
                position?: (seatmatrix.v1.Position.$Properties|null);

                /** Pointer movement */
                movement?: (seatmatrix.v1.Movement.$Properties|null);

                /** Pointer wheel */
                wheel?: (number|null);

                /** Pointer tilt */
                tilt?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Pointer. */
            type $Shape = seatmatrix.v1.Pointer.$Properties;
        }

        /**
         * Properties of an Input.
         * @deprecated Use seatmatrix.v1.Input.$Properties instead.
         */
        interface IInput extends seatmatrix.v1.Input.$Properties {
        }

        /** Represents an Input. */
        class Input {

            /**
             * Constructs a new Input.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Input.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Input sequence. */
            sequence: number;

            /** Input keys. */
            keys: number[];

            /** Input pointer. */
            pointer?: (seatmatrix.v1.Pointer.$Properties|null);

            /**
             * Encodes the specified Input message. Does not implicitly {@link seatmatrix.v1.Input.verify|verify} messages.
             * @param message Input message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Input.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Input message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Input & seatmatrix.v1.Input.$Shape} Input
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Input & seatmatrix.v1.Input.$Shape;
        }

        namespace Input {

            /** Properties of an Input. */
            interface $Properties {

                /** Input sequence */
                sequence?: (number|null);

                /** Input keys */
                keys?: (number[]|null);

                /** Input pointer */
                pointer?: (seatmatrix.v1.Pointer.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Input. */
            type $Shape = seatmatrix.v1.Input.$Properties;
        }

        /**
         * Properties of a Held.
         * @deprecated Use seatmatrix.v1.Held.$Properties instead.
         */
        interface IHeld extends seatmatrix.v1.Held.$Properties {
        }

        /** Represents a Held. */
        class Held {

            /**
             * Constructs a new Held.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Held.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Held message. Does not implicitly {@link seatmatrix.v1.Held.verify|verify} messages.
             * @param message Held message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Held.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Held message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Held & seatmatrix.v1.Held.$Shape} Held
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Held & seatmatrix.v1.Held.$Shape;
        }

        namespace Held {

            /** Properties of a Held. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Held. */
            type $Shape = seatmatrix.v1.Held.$Properties;
        }

        /**
         * Properties of a Leds.
         * @deprecated Use seatmatrix.v1.Leds.$Properties instead.
         */
        interface ILeds extends seatmatrix.v1.Leds.$Properties {
        }

        /** Represents a Leds. */
        class Leds {

            /**
             * Constructs a new Leds.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Leds.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Leds numLock. */
            numLock: boolean;

            /** Leds capsLock. */
            capsLock: boolean;

            /** Leds scrollLock. */
            scrollLock: boolean;

            /**
             * Encodes the specified Leds message. Does not implicitly {@link seatmatrix.v1.Leds.verify|verify} messages.
             * @param message Leds message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Leds.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Leds message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Leds & seatmatrix.v1.Leds.$Shape} Leds
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Leds & seatmatrix.v1.Leds.$Shape;
        }

        namespace Leds {

            /** Properties of a Leds. */
            interface $Properties {

                /** Leds numLock */
                numLock?: (boolean|null);

                /** Leds capsLock */
                capsLock?: (boolean|null);

                /** Leds scrollLock */
                scrollLock?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Leds. */
            type $Shape = seatmatrix.v1.Leds.$Properties;
        }

        /**
         * Properties of a WantKeyFrame.
         * @deprecated Use seatmatrix.v1.WantKeyFrame.$Properties instead.
         */
        interface IWantKeyFrame extends seatmatrix.v1.WantKeyFrame.$Properties {
        }

        /** Represents a WantKeyFrame. */
        class WantKeyFrame {

            /**
             * Constructs a new WantKeyFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.WantKeyFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified WantKeyFrame message. Does not implicitly {@link seatmatrix.v1.WantKeyFrame.verify|verify} messages.
             * @param message WantKeyFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.WantKeyFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WantKeyFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.WantKeyFrame & seatmatrix.v1.WantKeyFrame.$Shape} WantKeyFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.WantKeyFrame & seatmatrix.v1.WantKeyFrame.$Shape;
        }

        namespace WantKeyFrame {

            /** Properties of a WantKeyFrame. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WantKeyFrame. */
            type $Shape = seatmatrix.v1.WantKeyFrame.$Properties;
        }

        /**
         * Properties of a WantMedia.
         * @deprecated Use seatmatrix.v1.WantMedia.$Properties instead.
         */
        interface IWantMedia extends seatmatrix.v1.WantMedia.$Properties {
        }

        /** Represents a WantMedia. */
        class WantMedia {

            /**
             * Constructs a new WantMedia.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.WantMedia.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WantMedia wanted. */
            wanted: boolean;

            /**
             * Encodes the specified WantMedia message. Does not implicitly {@link seatmatrix.v1.WantMedia.verify|verify} messages.
             * @param message WantMedia message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.WantMedia.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WantMedia message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.WantMedia & seatmatrix.v1.WantMedia.$Shape} WantMedia
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.WantMedia & seatmatrix.v1.WantMedia.$Shape;
        }

        namespace WantMedia {

            /** Properties of a WantMedia. */
            interface $Properties {

                /** WantMedia wanted */
                wanted?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WantMedia. */
            type $Shape = seatmatrix.v1.WantMedia.$Properties;
        }

        /**
         * Properties of an Ended.
         * @deprecated Use seatmatrix.v1.Ended.$Properties instead.
         */
        interface IEnded extends seatmatrix.v1.Ended.$Properties {
        }

        /** Represents an Ended. */
        class Ended {

            /**
             * Constructs a new Ended.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Ended.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ended route. */
            route: string;

            /** Ended generation. */
            generation: number;

            /**
             * Encodes the specified Ended message. Does not implicitly {@link seatmatrix.v1.Ended.verify|verify} messages.
             * @param message Ended message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Ended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ended message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Ended & seatmatrix.v1.Ended.$Shape} Ended
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Ended & seatmatrix.v1.Ended.$Shape;
        }

        namespace Ended {

            /** Properties of an Ended. */
            interface $Properties {

                /** Ended route */
                route?: (string|null);

                /** Ended generation */
                generation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ended. */
            type $Shape = seatmatrix.v1.Ended.$Properties;
        }

        /**
         * Properties of a Focus.
         * @deprecated Use seatmatrix.v1.Focus.$Properties instead.
         */
        interface IFocus extends seatmatrix.v1.Focus.$Properties {
        }

        /** Represents a Focus. */
        class Focus {

            /**
             * Constructs a new Focus.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Focus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Focus focused. */
            focused: boolean;

            /** Focus pointer. */
            pointer?: (seatmatrix.v1.Position.$Properties|null);

            /**
             * Encodes the specified Focus message. Does not implicitly {@link seatmatrix.v1.Focus.verify|verify} messages.
             * @param message Focus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Focus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Focus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Focus & seatmatrix.v1.Focus.$Shape} Focus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Focus & seatmatrix.v1.Focus.$Shape;
        }

        namespace Focus {

            /** Properties of a Focus. */
            interface $Properties {

                /** Focus focused */
                focused?: (boolean|null);

                /** Focus pointer */
                pointer?: (seatmatrix.v1.Position.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Focus. */
            type $Shape = seatmatrix.v1.Focus.$Properties;
        }

        /**
         * Properties of a FocusWanted.
         * @deprecated Use seatmatrix.v1.FocusWanted.$Properties instead.
         */
        interface IFocusWanted extends seatmatrix.v1.FocusWanted.$Properties {
        }

        /** Represents a FocusWanted. */
        class FocusWanted {

            /**
             * Constructs a new FocusWanted.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.FocusWanted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FocusWanted number. */
            number: number;

            /**
             * Encodes the specified FocusWanted message. Does not implicitly {@link seatmatrix.v1.FocusWanted.verify|verify} messages.
             * @param message FocusWanted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.FocusWanted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FocusWanted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.FocusWanted & seatmatrix.v1.FocusWanted.$Shape} FocusWanted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.FocusWanted & seatmatrix.v1.FocusWanted.$Shape;
        }

        namespace FocusWanted {

            /** Properties of a FocusWanted. */
            interface $Properties {

                /** FocusWanted number */
                number?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FocusWanted. */
            type $Shape = seatmatrix.v1.FocusWanted.$Properties;
        }

        /**
         * Properties of a PeerFrame.
         * @deprecated Use seatmatrix.v1.PeerFrame.$Properties instead.
         */
        interface IPeerFrame extends seatmatrix.v1.PeerFrame.$Properties {
        }

        /** Represents a PeerFrame. */
        class PeerFrame {

            /**
             * Constructs a new PeerFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PeerFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerFrame ping. */
            ping?: (seatmatrix.v1.Ping.$Properties|null);

            /** PeerFrame open. */
            open?: (seatmatrix.v1.Open.$Properties|null);

            /** PeerFrame opened. */
            opened?: (seatmatrix.v1.Opened.$Properties|null);

            /** PeerFrame input. */
            input?: (seatmatrix.v1.Input.$Properties|null);

            /** PeerFrame held. */
            held?: (seatmatrix.v1.Held.$Properties|null);

            /** PeerFrame leds. */
            leds?: (seatmatrix.v1.Leds.$Properties|null);

            /** PeerFrame capture. */
            capture?: (seatmatrix.v1.CaptureState.$Properties|null);

            /** PeerFrame wantKeyFrame. */
            wantKeyFrame?: (seatmatrix.v1.WantKeyFrame.$Properties|null);

            /** PeerFrame wantMedia. */
            wantMedia?: (seatmatrix.v1.WantMedia.$Properties|null);

            /** PeerFrame ended. */
            ended?: (seatmatrix.v1.Ended.$Properties|null);

            /** PeerFrame focus. */
            focus?: (seatmatrix.v1.Focus.$Properties|null);

            /** PeerFrame focusWanted. */
            focusWanted?: (seatmatrix.v1.FocusWanted.$Properties|null);

            /** PeerFrame mediaKey. */
            mediaKey?: (seatmatrix.v1.MediaKey.$Properties|null);

            /** PeerFrame mediaKeyTaken. */
            mediaKeyTaken?: (seatmatrix.v1.MediaKeyTaken.$Properties|null);

            /** PeerFrame serial. */
            serial?: (seatmatrix.v1.SerialBytes.$Properties|null);

            /** PeerFrame serialSettings. */
            serialSettings?: (seatmatrix.v1.SerialSettings.$Properties|null);

            /** PeerFrame message. */
            message?: ("ping"|"open"|"opened"|"input"|"held"|"leds"|"capture"|"wantKeyFrame"|"wantMedia"|"ended"|"focus"|"focusWanted"|"mediaKey"|"mediaKeyTaken"|"serial"|"serialSettings");

            /**
             * Encodes the specified PeerFrame message. Does not implicitly {@link seatmatrix.v1.PeerFrame.verify|verify} messages.
             * @param message PeerFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PeerFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PeerFrame & seatmatrix.v1.PeerFrame.$Shape} PeerFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PeerFrame & seatmatrix.v1.PeerFrame.$Shape;
        }

        namespace PeerFrame {

            /** Properties of a PeerFrame. */
            interface $Properties {

                /** PeerFrame ping */
                ping?: (seatmatrix.v1.Ping.$Properties|null);

                /** PeerFrame open */
                open?: (seatmatrix.v1.Open.$Properties|null);

                /** PeerFrame opened */
                opened?: (seatmatrix.v1.Opened.$Properties|null);

                /** PeerFrame input */
                input?: (seatmatrix.v1.Input.$Properties|null);

                /** PeerFrame held */
                held?: (seatmatrix.v1.Held.$Properties|null);

                /** PeerFrame leds */
                leds?: (seatmatrix.v1.Leds.$Properties|null);

                /** PeerFrame capture */
                capture?: (seatmatrix.v1.CaptureState.$Properties|null);

                /** PeerFrame wantKeyFrame */
                wantKeyFrame?: (seatmatrix.v1.WantKeyFrame.$Properties|null);

                /** PeerFrame wantMedia */
                wantMedia?: (seatmatrix.v1.WantMedia.$Properties|null);

                /** PeerFrame ended */
                ended?: (seatmatrix.v1.Ended.$Properties|null);

                /** PeerFrame focus */
                focus?: (seatmatrix.v1.Focus.$Properties|null);

                /** PeerFrame focusWanted */
                focusWanted?: (seatmatrix.v1.FocusWanted.$Properties|null);

                /** PeerFrame mediaKey */
                mediaKey?: (seatmatrix.v1.MediaKey.$Properties|null);

                /** PeerFrame mediaKeyTaken */
                mediaKeyTaken?: (seatmatrix.v1.MediaKeyTaken.$Properties|null);

                /** PeerFrame serial */
                serial?: (seatmatrix.v1.SerialBytes.$Properties|null);

                /** PeerFrame serialSettings */
                serialSettings?: (seatmatrix.v1.SerialSettings.$Properties|null);

                /** PeerFrame message */
                message?: ("ping"|"open"|"opened"|"input"|"held"|"leds"|"capture"|"wantKeyFrame"|"wantMedia"|"ended"|"focus"|"focusWanted"|"mediaKey"|"mediaKeyTaken"|"serial"|"serialSettings");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PeerFrame. */
            type $Shape = {
              ping?: seatmatrix.v1.Ping.$Shape|null;
              open?: seatmatrix.v1.Open.$Shape|null;
              opened?: seatmatrix.v1.Opened.$Shape|null;
              input?: seatmatrix.v1.Input.$Shape|null;
              held?: seatmatrix.v1.Held.$Shape|null;
              leds?: seatmatrix.v1.Leds.$Shape|null;
              capture?: seatmatrix.v1.CaptureState.$Shape|null;
              wantKeyFrame?: seatmatrix.v1.WantKeyFrame.$Shape|null;
              wantMedia?: seatmatrix.v1.WantMedia.$Shape|null;
              ended?: seatmatrix.v1.Ended.$Shape|null;
              focus?: seatmatrix.v1.Focus.$Shape|null;
              focusWanted?: seatmatrix.v1.FocusWanted.$Shape|null;
              mediaKey?: seatmatrix.v1.MediaKey.$Shape|null;
              mediaKeyTaken?: seatmatrix.v1.MediaKeyTaken.$Shape|null;
              serial?: seatmatrix.v1.SerialBytes.$Shape|null;
              serialSettings?: seatmatrix.v1.SerialSettings.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "ping"; ping: seatmatrix.v1.Ping.$Shape; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "open"; ping?: null; open: seatmatrix.v1.Open.$Shape; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "opened"; ping?: null; open?: null; opened: seatmatrix.v1.Opened.$Shape; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "input"; ping?: null; open?: null; opened?: null; input: seatmatrix.v1.Input.$Shape; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "held"; ping?: null; open?: null; opened?: null; input?: null; held: seatmatrix.v1.Held.$Shape; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "leds"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds: seatmatrix.v1.Leds.$Shape; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "capture"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture: seatmatrix.v1.CaptureState.$Shape; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "wantKeyFrame"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame: seatmatrix.v1.WantKeyFrame.$Shape; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "wantMedia"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia: seatmatrix.v1.WantMedia.$Shape; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "ended"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended: seatmatrix.v1.Ended.$Shape; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "focus"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus: seatmatrix.v1.Focus.$Shape; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "focusWanted"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted: seatmatrix.v1.FocusWanted.$Shape; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "mediaKey"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey: seatmatrix.v1.MediaKey.$Shape; mediaKeyTaken?: null; serial?: null; serialSettings?: null }|{ message?: "mediaKeyTaken"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken: seatmatrix.v1.MediaKeyTaken.$Shape; serial?: null; serialSettings?: null }|{ message?: "serial"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial: seatmatrix.v1.SerialBytes.$Shape; serialSettings?: null }|{ message?: "serialSettings"; ping?: null; open?: null; opened?: null; input?: null; held?: null; leds?: null; capture?: null; wantKeyFrame?: null; wantMedia?: null; ended?: null; focus?: null; focusWanted?: null; mediaKey?: null; mediaKeyTaken?: null; serial?: null; serialSettings: seatmatrix.v1.SerialSettings.$Shape })
            );
        }

        /**
         * Properties of a MediaFrame.
         * @deprecated Use seatmatrix.v1.MediaFrame.$Properties instead.
         */
        interface IMediaFrame extends seatmatrix.v1.MediaFrame.$Properties {
        }

        /** Represents a MediaFrame. */
        class MediaFrame {

            /**
             * Constructs a new MediaFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.MediaFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MediaFrame open. */
            open?: (seatmatrix.v1.Open.$Properties|null);

            /** MediaFrame unit. */
            unit?: (seatmatrix.v1.AccessUnit.$Properties|null);

            /** MediaFrame message. */
            message?: ("open"|"unit");

            /**
             * Encodes the specified MediaFrame message. Does not implicitly {@link seatmatrix.v1.MediaFrame.verify|verify} messages.
             * @param message MediaFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.MediaFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MediaFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.MediaFrame & seatmatrix.v1.MediaFrame.$Shape} MediaFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.MediaFrame & seatmatrix.v1.MediaFrame.$Shape;
        }

        namespace MediaFrame {

            /** Properties of a MediaFrame. */
            interface $Properties {

                /** MediaFrame open */
                open?: (seatmatrix.v1.Open.$Properties|null);

                /** MediaFrame unit */
                unit?: (seatmatrix.v1.AccessUnit.$Properties|null);

                /** MediaFrame message */
                message?: ("open"|"unit");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a MediaFrame. */
            type $Shape = {
              open?: seatmatrix.v1.Open.$Shape|null;
              unit?: seatmatrix.v1.AccessUnit.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; open?: null; unit?: null }|{ message?: "open"; open: seatmatrix.v1.Open.$Shape; unit?: null }|{ message?: "unit"; open?: null; unit: seatmatrix.v1.AccessUnit.$Shape })
            );
        }

        /**
         * Properties of a Ping.
         * @deprecated Use seatmatrix.v1.Ping.$Properties instead.
         */
        interface IPing extends seatmatrix.v1.Ping.$Properties {
        }

        /** Represents a Ping. */
        class Ping {

            /**
             * Constructs a new Ping.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Ping.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Ping message. Does not implicitly {@link seatmatrix.v1.Ping.verify|verify} messages.
             * @param message Ping message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Ping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ping message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Ping & seatmatrix.v1.Ping.$Shape} Ping
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Ping & seatmatrix.v1.Ping.$Shape;
        }

        namespace Ping {

            /** Properties of a Ping. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ping. */
            type $Shape = seatmatrix.v1.Ping.$Properties;
        }

        /**
         * Properties of a Hello.
         * @deprecated Use seatmatrix.v1.Hello.$Properties instead.
         */
        interface IHello extends seatmatrix.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello oldestVersion. */
            oldestVersion: number;

            /** Hello newestVersion. */
            newestVersion: number;

            /** Hello kind. */
            kind: seatmatrix.v1.DeviceKind;

            /** Hello firmware. */
            firmware: string;

            /** Hello model. */
            model: string;

            /** Hello capabilities. */
            capabilities: seatmatrix.v1.Capability[];

            /** Hello codecs. */
            codecs: seatmatrix.v1.Codec[];

            /** Hello highestGeneration. */
            highestGeneration: number;

            /** Hello session. */
            session?: (string|null);

            /** Hello peerHost. */
            peerHost: string;

            /** Hello peerPort. */
            peerPort: number;

            /** Hello routes. */
            routes: seatmatrix.v1.RouteReport.$Properties[];

            /** Hello certificateRequest. */
            certificateRequest?: (string|null);

            /** Hello enrolmentCode. */
            enrolmentCode?: (string|null);

            /** Hello authorities. */
            authorities: Uint8Array[];

            /**
             * Encodes the specified Hello message. Does not implicitly {@link seatmatrix.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Hello & seatmatrix.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Hello & seatmatrix.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello oldestVersion */
                oldestVersion?: (number|null);

                /** Hello newestVersion */
                newestVersion?: (number|null);

                /** Hello kind */
                kind?: (seatmatrix.v1.DeviceKind|null);

                /** Hello firmware */
                firmware?: (string|null);

                /** Hello model */
                model?: (string|null);

                /** Hello capabilities */
                capabilities?: (seatmatrix.v1.Capability[]|null);

                /** Hello codecs */
                codecs?: (seatmatrix.v1.Codec[]|null);

                /** Hello highestGeneration */
                highestGeneration?: (number|null);

                /** Hello session */
                session?: (string|null);

                /** Hello peerHost */
                peerHost?: (string|null);

                /** Hello peerPort */
                peerPort?: (number|null);

                /** Hello routes */
                routes?: (seatmatrix.v1.RouteReport.$Properties[]|null);

                /** Hello certificateRequest */
                certificateRequest?: (string|null);

                /** Hello enrolmentCode */
                enrolmentCode?: (string|null);

                /** Hello authorities */
                authorities?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = seatmatrix.v1.Hello.$Properties;
        }

        /**
         * Properties of a BoxReport.
         * @deprecated Use seatmatrix.v1.BoxReport.$Properties instead.
         */
        interface IBoxReport extends seatmatrix.v1.BoxReport.$Properties {
        }

        /** Represents a BoxReport. */
        class BoxReport {

            /**
             * Constructs a new BoxReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.BoxReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxReport mode. */
            mode?: (seatmatrix.v1.VideoMode.$Properties|null);

            /** BoxReport capture. */
            capture: seatmatrix.v1.CaptureCondition;

            /** BoxReport codec. */
            codec?: (seatmatrix.v1.Codec|null);

            /** BoxReport framesPerSecond. */
            framesPerSecond: number;

            /** BoxReport loss. */
            loss: number;

            /** BoxReport delay. */
            delay?: (number|null);

            /** BoxReport temperature. */
            temperature?: (number|null);

            /** BoxReport firmware. */
            firmware: string;

            /** BoxReport reception. */
            reception?: (seatmatrix.v1.Reception.$Properties|null);

            /** BoxReport engine. */
            engine?: (string|null);

            /** BoxReport refused. */
            refused: number;

            /** BoxReport bitsPerSecond. */
            bitsPerSecond?: (number|null);

            /** BoxReport temperatureLimit. */
            temperatureLimit?: (number|null);

            /** BoxReport load. */
            load?: (number|null);

            /** BoxReport memory. */
            memory?: (seatmatrix.v1.Memory.$Properties|null);

            /** BoxReport uptime. */
            uptime?: (number|null);

            /** BoxReport identifySigns. */
            identifySigns: seatmatrix.v1.IdentifySign[];

            /**
             * Encodes the specified BoxReport message. Does not implicitly {@link seatmatrix.v1.BoxReport.verify|verify} messages.
             * @param message BoxReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.BoxReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.BoxReport & seatmatrix.v1.BoxReport.$Shape} BoxReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.BoxReport & seatmatrix.v1.BoxReport.$Shape;
        }

        namespace BoxReport {

            /** Properties of a BoxReport. */
            interface $Properties {

                /** BoxReport mode */
                mode?: (seatmatrix.v1.VideoMode.$Properties|null);

                /** BoxReport capture */
                capture?: (seatmatrix.v1.CaptureCondition|null);

                /** BoxReport codec */
                codec?: (seatmatrix.v1.Codec|null);

                /** BoxReport framesPerSecond */
                framesPerSecond?: (number|null);

                /** BoxReport loss */
                loss?: (number|null);

                /** BoxReport delay */
                delay?: (number|null);

                /** BoxReport temperature */
                temperature?: (number|null);

                /** BoxReport firmware */
                firmware?: (string|null);

                /** BoxReport reception */
                reception?: (seatmatrix.v1.Reception.$Properties|null);

                /** BoxReport engine */
                engine?: (string|null);

                /** BoxReport refused */
                refused?: (number|null);

                /** BoxReport bitsPerSecond */
                bitsPerSecond?: (number|null);

                /** BoxReport temperatureLimit */
                temperatureLimit?: (number|null);

                /** BoxReport load */
                load?: (number|null);

                /** BoxReport memory */
                memory?: (seatmatrix.v1.Memory.$Properties|null);

                /** BoxReport uptime */
                uptime?: (number|null);

                /** BoxReport identifySigns */
                identifySigns?: (seatmatrix.v1.IdentifySign[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoxReport. */
            type $Shape = seatmatrix.v1.BoxReport.$Properties;
        }

        /**
         * Properties of a Memory.
         * @deprecated Use seatmatrix.v1.Memory.$Properties instead.
         */
        interface IMemory extends seatmatrix.v1.Memory.$Properties {
        }

        /** Represents a Memory. */
        class Memory {

            /**
             * Constructs a new Memory.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Memory.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Memory used. */
            used: number;

            /** Memory total. */
            total: number;

            /**
             * Encodes the specified Memory message. Does not implicitly {@link seatmatrix.v1.Memory.verify|verify} messages.
             * @param message Memory message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Memory.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Memory message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Memory & seatmatrix.v1.Memory.$Shape} Memory
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Memory & seatmatrix.v1.Memory.$Shape;
        }

        namespace Memory {

            /** Properties of a Memory. */
            interface $Properties {

                /** Memory used */
                used?: (number|null);

                /** Memory total */
                total?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Memory. */
            type $Shape = seatmatrix.v1.Memory.$Properties;
        }

        /** IdentifySign enum. */
        enum IdentifySign {

            /** IDENTIFY_SIGN_UNSPECIFIED value */
            IDENTIFY_SIGN_UNSPECIFIED = 0,

            /** IDENTIFY_SIGN_SCREEN value */
            IDENTIFY_SIGN_SCREEN = 1,

            /** IDENTIFY_SIGN_KEYBOARD value */
            IDENTIFY_SIGN_KEYBOARD = 2,

            /** IDENTIFY_SIGN_LAMP value */
            IDENTIFY_SIGN_LAMP = 3
        }

        /**
         * Properties of a ForeignViewer.
         * @deprecated Use seatmatrix.v1.ForeignViewer.$Properties instead.
         */
        interface IForeignViewer extends seatmatrix.v1.ForeignViewer.$Properties {
        }

        /** Represents a ForeignViewer. */
        class ForeignViewer {

            /**
             * Constructs a new ForeignViewer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ForeignViewer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForeignViewer number. */
            number: number;

            /** ForeignViewer key. */
            key?: (seatmatrix.v1.MediaKey.$Properties|null);

            /**
             * Encodes the specified ForeignViewer message. Does not implicitly {@link seatmatrix.v1.ForeignViewer.verify|verify} messages.
             * @param message ForeignViewer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ForeignViewer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForeignViewer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ForeignViewer & seatmatrix.v1.ForeignViewer.$Shape} ForeignViewer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ForeignViewer & seatmatrix.v1.ForeignViewer.$Shape;
        }

        namespace ForeignViewer {

            /** Properties of a ForeignViewer. */
            interface $Properties {

                /** ForeignViewer number */
                number?: (number|null);

                /** ForeignViewer key */
                key?: (seatmatrix.v1.MediaKey.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForeignViewer. */
            type $Shape = seatmatrix.v1.ForeignViewer.$Properties;
        }

        /**
         * Properties of a Reception.
         * @deprecated Use seatmatrix.v1.Reception.$Properties instead.
         */
        interface IReception extends seatmatrix.v1.Reception.$Properties {
        }

        /** Represents a Reception. */
        class Reception {

            /**
             * Constructs a new Reception.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Reception.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Reception loss. */
            loss: number;

            /** Reception jitter. */
            jitter: number;

            /**
             * Encodes the specified Reception message. Does not implicitly {@link seatmatrix.v1.Reception.verify|verify} messages.
             * @param message Reception message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Reception.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Reception message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Reception & seatmatrix.v1.Reception.$Shape} Reception
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Reception & seatmatrix.v1.Reception.$Shape;
        }

        namespace Reception {

            /** Properties of a Reception. */
            interface $Properties {

                /** Reception loss */
                loss?: (number|null);

                /** Reception jitter */
                jitter?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Reception. */
            type $Shape = seatmatrix.v1.Reception.$Properties;
        }

        /**
         * Properties of a RouteReports.
         * @deprecated Use seatmatrix.v1.RouteReports.$Properties instead.
         */
        interface IRouteReports extends seatmatrix.v1.RouteReports.$Properties {
        }

        /** Represents a RouteReports. */
        class RouteReports {

            /**
             * Constructs a new RouteReports.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.RouteReports.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RouteReports reports. */
            reports: seatmatrix.v1.RouteReport.$Properties[];

            /**
             * Encodes the specified RouteReports message. Does not implicitly {@link seatmatrix.v1.RouteReports.verify|verify} messages.
             * @param message RouteReports message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.RouteReports.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteReports message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.RouteReports & seatmatrix.v1.RouteReports.$Shape} RouteReports
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.RouteReports & seatmatrix.v1.RouteReports.$Shape;
        }

        namespace RouteReports {

            /** Properties of a RouteReports. */
            interface $Properties {

                /** RouteReports reports */
                reports?: (seatmatrix.v1.RouteReport.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RouteReports. */
            type $Shape = seatmatrix.v1.RouteReports.$Properties;
        }

        /**
         * Properties of a ListWatch.
         * @deprecated Use seatmatrix.v1.ListWatch.$Properties instead.
         */
        interface IListWatch extends seatmatrix.v1.ListWatch.$Properties {
        }

        /** Represents a ListWatch. */
        class ListWatch {

            /**
             * Constructs a new ListWatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ListWatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListWatch function. */
            function: seatmatrix.v1.OsdFunction;

            /** ListWatch page. */
            page: number;

            /**
             * Encodes the specified ListWatch message. Does not implicitly {@link seatmatrix.v1.ListWatch.verify|verify} messages.
             * @param message ListWatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ListWatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListWatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ListWatch & seatmatrix.v1.ListWatch.$Shape} ListWatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ListWatch & seatmatrix.v1.ListWatch.$Shape;
        }

        namespace ListWatch {

            /** Properties of a ListWatch. */
            interface $Properties {

                /** ListWatch function */
                "function"?: (seatmatrix.v1.OsdFunction|null);

                /** ListWatch page */
                page?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListWatch. */
            type $Shape = seatmatrix.v1.ListWatch.$Properties;
        }

        /**
         * Properties of a WatchList.
         * @deprecated Use seatmatrix.v1.WatchList.$Properties instead.
         */
        interface IWatchList extends seatmatrix.v1.WatchList.$Properties {
        }

        /** Represents a WatchList. */
        class WatchList {

            /**
             * Constructs a new WatchList.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.WatchList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchList watch. */
            watch?: (seatmatrix.v1.ListWatch.$Properties|null);

            /**
             * Encodes the specified WatchList message. Does not implicitly {@link seatmatrix.v1.WatchList.verify|verify} messages.
             * @param message WatchList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.WatchList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.WatchList & seatmatrix.v1.WatchList.$Shape} WatchList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.WatchList & seatmatrix.v1.WatchList.$Shape;
        }

        namespace WatchList {

            /** Properties of a WatchList. */
            interface $Properties {

                /** WatchList watch */
                watch?: (seatmatrix.v1.ListWatch.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchList. */
            type $Shape = seatmatrix.v1.WatchList.$Properties;
        }

        /**
         * Properties of a SignIn.
         * @deprecated Use seatmatrix.v1.SignIn.$Properties instead.
         */
        interface ISignIn extends seatmatrix.v1.SignIn.$Properties {
        }

        /** Represents a SignIn. */
        class SignIn {

            /**
             * Constructs a new SignIn.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SignIn.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignIn name. */
            name: string;

            /** SignIn password. */
            password: string;

            /**
             * Encodes the specified SignIn message. Does not implicitly {@link seatmatrix.v1.SignIn.verify|verify} messages.
             * @param message SignIn message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SignIn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignIn message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SignIn & seatmatrix.v1.SignIn.$Shape} SignIn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SignIn & seatmatrix.v1.SignIn.$Shape;
        }

        namespace SignIn {

            /** Properties of a SignIn. */
            interface $Properties {

                /** SignIn name */
                name?: (string|null);

                /** SignIn password */
                password?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignIn. */
            type $Shape = seatmatrix.v1.SignIn.$Properties;
        }

        /** SignOutReason enum. */
        enum SignOutReason {

            /** SIGN_OUT_REASON_UNSPECIFIED value */
            SIGN_OUT_REASON_UNSPECIFIED = 0,

            /** SIGN_OUT_REASON_OPERATOR value */
            SIGN_OUT_REASON_OPERATOR = 1,

            /** SIGN_OUT_REASON_IDLE value */
            SIGN_OUT_REASON_IDLE = 2
        }

        /**
         * Properties of a SignOut.
         * @deprecated Use seatmatrix.v1.SignOut.$Properties instead.
         */
        interface ISignOut extends seatmatrix.v1.SignOut.$Properties {
        }

        /** Represents a SignOut. */
        class SignOut {

            /**
             * Constructs a new SignOut.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SignOut.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignOut reason. */
            reason: seatmatrix.v1.SignOutReason;

            /**
             * Encodes the specified SignOut message. Does not implicitly {@link seatmatrix.v1.SignOut.verify|verify} messages.
             * @param message SignOut message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SignOut.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignOut message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SignOut & seatmatrix.v1.SignOut.$Shape} SignOut
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SignOut & seatmatrix.v1.SignOut.$Shape;
        }

        namespace SignOut {

            /** Properties of a SignOut. */
            interface $Properties {

                /** SignOut reason */
                reason?: (seatmatrix.v1.SignOutReason|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignOut. */
            type $Shape = seatmatrix.v1.SignOut.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use seatmatrix.v1.Command.$Properties instead.
         */
        interface ICommand extends seatmatrix.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command function. */
            function: seatmatrix.v1.OsdFunction;

            /** Command text. */
            text: string;

            /** Command withoutPicture. */
            withoutPicture: boolean;

            /**
             * Encodes the specified Command message. Does not implicitly {@link seatmatrix.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Command & seatmatrix.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Command & seatmatrix.v1.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command function */
                "function"?: (seatmatrix.v1.OsdFunction|null);

                /** Command text */
                text?: (string|null);

                /** Command withoutPicture */
                withoutPicture?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Command. */
            type $Shape = seatmatrix.v1.Command.$Properties;
        }

        /**
         * Properties of a ChangePassword.
         * @deprecated Use seatmatrix.v1.ChangePassword.$Properties instead.
         */
        interface IChangePassword extends seatmatrix.v1.ChangePassword.$Properties {
        }

        /** Represents a ChangePassword. */
        class ChangePassword {

            /**
             * Constructs a new ChangePassword.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ChangePassword.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangePassword current. */
            current: string;

            /** ChangePassword next. */
            next: string;

            /**
             * Encodes the specified ChangePassword message. Does not implicitly {@link seatmatrix.v1.ChangePassword.verify|verify} messages.
             * @param message ChangePassword message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ChangePassword.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangePassword message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ChangePassword & seatmatrix.v1.ChangePassword.$Shape} ChangePassword
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ChangePassword & seatmatrix.v1.ChangePassword.$Shape;
        }

        namespace ChangePassword {

            /** Properties of a ChangePassword. */
            interface $Properties {

                /** ChangePassword current */
                current?: (string|null);

                /** ChangePassword next */
                next?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangePassword. */
            type $Shape = seatmatrix.v1.ChangePassword.$Properties;
        }

        /** Refusal enum. */
        enum Refusal {

            /** REFUSAL_UNSPECIFIED value */
            REFUSAL_UNSPECIFIED = 0,

            /** REFUSAL_MANAGER_UNREACHABLE value */
            REFUSAL_MANAGER_UNREACHABLE = 1,

            /** REFUSAL_UNKNOWN_NAME value */
            REFUSAL_UNKNOWN_NAME = 2,

            /** REFUSAL_OUT_OF_RANGE value */
            REFUSAL_OUT_OF_RANGE = 3,

            /** REFUSAL_NO_SOURCE value */
            REFUSAL_NO_SOURCE = 4,

            /** REFUSAL_OFFLINE value */
            REFUSAL_OFFLINE = 5,

            /** REFUSAL_NOBODY_SIGNED_IN value */
            REFUSAL_NOBODY_SIGNED_IN = 6,

            /** REFUSAL_SAME_SOURCE value */
            REFUSAL_SAME_SOURCE = 7,

            /** REFUSAL_SHOWS_NOTHING value */
            REFUSAL_SHOWS_NOTHING = 8,

            /** REFUSAL_LINK_FAILED value */
            REFUSAL_LINK_FAILED = 9,

            /** REFUSAL_NO_SIGNAL value */
            REFUSAL_NO_SIGNAL = 10,

            /** REFUSAL_WRONG_CREDENTIALS value */
            REFUSAL_WRONG_CREDENTIALS = 11,

            /** REFUSAL_THROTTLED value */
            REFUSAL_THROTTLED = 12,

            /** REFUSAL_SIGNED_IN_ELSEWHERE value */
            REFUSAL_SIGNED_IN_ELSEWHERE = 13,

            /** REFUSAL_PASSWORD_TOO_SHORT value */
            REFUSAL_PASSWORD_TOO_SHORT = 14,

            /** REFUSAL_PASSWORD_TOO_COMMON value */
            REFUSAL_PASSWORD_TOO_COMMON = 15
        }

        /**
         * Properties of a SignInAnswer.
         * @deprecated Use seatmatrix.v1.SignInAnswer.$Properties instead.
         */
        interface ISignInAnswer extends seatmatrix.v1.SignInAnswer.$Properties {
        }

        /** Represents a SignInAnswer. */
        class SignInAnswer {

            /**
             * Constructs a new SignInAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SignInAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignInAnswer refusal. */
            refusal?: (seatmatrix.v1.Refusal|null);

            /**
             * Encodes the specified SignInAnswer message. Does not implicitly {@link seatmatrix.v1.SignInAnswer.verify|verify} messages.
             * @param message SignInAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SignInAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignInAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SignInAnswer & seatmatrix.v1.SignInAnswer.$Shape} SignInAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SignInAnswer & seatmatrix.v1.SignInAnswer.$Shape;
        }

        namespace SignInAnswer {

            /** Properties of a SignInAnswer. */
            interface $Properties {

                /** SignInAnswer refusal */
                refusal?: (seatmatrix.v1.Refusal|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignInAnswer. */
            type $Shape = seatmatrix.v1.SignInAnswer.$Properties;
        }

        /**
         * Properties of a SignOutAnswer.
         * @deprecated Use seatmatrix.v1.SignOutAnswer.$Properties instead.
         */
        interface ISignOutAnswer extends seatmatrix.v1.SignOutAnswer.$Properties {
        }

        /** Represents a SignOutAnswer. */
        class SignOutAnswer {

            /**
             * Constructs a new SignOutAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SignOutAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified SignOutAnswer message. Does not implicitly {@link seatmatrix.v1.SignOutAnswer.verify|verify} messages.
             * @param message SignOutAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SignOutAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignOutAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SignOutAnswer & seatmatrix.v1.SignOutAnswer.$Shape} SignOutAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SignOutAnswer & seatmatrix.v1.SignOutAnswer.$Shape;
        }

        namespace SignOutAnswer {

            /** Properties of a SignOutAnswer. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignOutAnswer. */
            type $Shape = seatmatrix.v1.SignOutAnswer.$Properties;
        }

        /**
         * Properties of a CommandTarget.
         * @deprecated Use seatmatrix.v1.CommandTarget.$Properties instead.
         */
        interface ICommandTarget extends seatmatrix.v1.CommandTarget.$Properties {
        }

        /** Represents a CommandTarget. */
        class CommandTarget {

            /**
             * Constructs a new CommandTarget.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.CommandTarget.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandTarget id. */
            id: string;

            /** CommandTarget name. */
            name: string;

            /** CommandTarget refusal. */
            refusal?: (seatmatrix.v1.Refusal|null);

            /**
             * Encodes the specified CommandTarget message. Does not implicitly {@link seatmatrix.v1.CommandTarget.verify|verify} messages.
             * @param message CommandTarget message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.CommandTarget.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandTarget message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.CommandTarget & seatmatrix.v1.CommandTarget.$Shape} CommandTarget
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.CommandTarget & seatmatrix.v1.CommandTarget.$Shape;
        }

        namespace CommandTarget {

            /** Properties of a CommandTarget. */
            interface $Properties {

                /** CommandTarget id */
                id?: (string|null);

                /** CommandTarget name */
                name?: (string|null);

                /** CommandTarget refusal */
                refusal?: (seatmatrix.v1.Refusal|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandTarget. */
            type $Shape = seatmatrix.v1.CommandTarget.$Properties;
        }

        /**
         * Properties of a CommandAnswer.
         * @deprecated Use seatmatrix.v1.CommandAnswer.$Properties instead.
         */
        interface ICommandAnswer extends seatmatrix.v1.CommandAnswer.$Properties {
        }

        /** Represents a CommandAnswer. */
        class CommandAnswer {

            /**
             * Constructs a new CommandAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.CommandAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandAnswer refusal. */
            refusal?: (seatmatrix.v1.Refusal|null);

            /** CommandAnswer targets. */
            targets: seatmatrix.v1.CommandTarget.$Properties[];

            /**
             * Encodes the specified CommandAnswer message. Does not implicitly {@link seatmatrix.v1.CommandAnswer.verify|verify} messages.
             * @param message CommandAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.CommandAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.CommandAnswer & seatmatrix.v1.CommandAnswer.$Shape} CommandAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.CommandAnswer & seatmatrix.v1.CommandAnswer.$Shape;
        }

        namespace CommandAnswer {

            /** Properties of a CommandAnswer. */
            interface $Properties {

                /** CommandAnswer refusal */
                refusal?: (seatmatrix.v1.Refusal|null);

                /** CommandAnswer targets */
                targets?: (seatmatrix.v1.CommandTarget.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandAnswer. */
            type $Shape = seatmatrix.v1.CommandAnswer.$Properties;
        }

        /**
         * Properties of a ChangePasswordAnswer.
         * @deprecated Use seatmatrix.v1.ChangePasswordAnswer.$Properties instead.
         */
        interface IChangePasswordAnswer extends seatmatrix.v1.ChangePasswordAnswer.$Properties {
        }

        /** Represents a ChangePasswordAnswer. */
        class ChangePasswordAnswer {

            /**
             * Constructs a new ChangePasswordAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ChangePasswordAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChangePasswordAnswer refusal. */
            refusal?: (seatmatrix.v1.Refusal|null);

            /**
             * Encodes the specified ChangePasswordAnswer message. Does not implicitly {@link seatmatrix.v1.ChangePasswordAnswer.verify|verify} messages.
             * @param message ChangePasswordAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ChangePasswordAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChangePasswordAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ChangePasswordAnswer & seatmatrix.v1.ChangePasswordAnswer.$Shape} ChangePasswordAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ChangePasswordAnswer & seatmatrix.v1.ChangePasswordAnswer.$Shape;
        }

        namespace ChangePasswordAnswer {

            /** Properties of a ChangePasswordAnswer. */
            interface $Properties {

                /** ChangePasswordAnswer refusal */
                refusal?: (seatmatrix.v1.Refusal|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChangePasswordAnswer. */
            type $Shape = seatmatrix.v1.ChangePasswordAnswer.$Properties;
        }

        /**
         * Properties of a FaultAnswer.
         * @deprecated Use seatmatrix.v1.FaultAnswer.$Properties instead.
         */
        interface IFaultAnswer extends seatmatrix.v1.FaultAnswer.$Properties {
        }

        /** Represents a FaultAnswer. */
        class FaultAnswer {

            /**
             * Constructs a new FaultAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.FaultAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FaultAnswer code. */
            code: string;

            /** FaultAnswer message. */
            message: string;

            /**
             * Encodes the specified FaultAnswer message. Does not implicitly {@link seatmatrix.v1.FaultAnswer.verify|verify} messages.
             * @param message FaultAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.FaultAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FaultAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.FaultAnswer & seatmatrix.v1.FaultAnswer.$Shape} FaultAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.FaultAnswer & seatmatrix.v1.FaultAnswer.$Shape;
        }

        namespace FaultAnswer {

            /** Properties of a FaultAnswer. */
            interface $Properties {

                /** FaultAnswer code */
                code?: (string|null);

                /** FaultAnswer message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FaultAnswer. */
            type $Shape = seatmatrix.v1.FaultAnswer.$Properties;
        }

        /** BoxState enum. */
        enum BoxState {

            /** BOX_STATE_UNSPECIFIED value */
            BOX_STATE_UNSPECIFIED = 0,

            /** BOX_STATE_PENDING value */
            BOX_STATE_PENDING = 1,

            /** BOX_STATE_ADOPTED value */
            BOX_STATE_ADOPTED = 2
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use seatmatrix.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends seatmatrix.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome version. */
            version: number;

            /** Welcome state. */
            state: seatmatrix.v1.BoxState;

            /** Welcome certificate. */
            certificate?: (string|null);

            /** Welcome authority. */
            authority: string;

            /** Welcome ticketKey. */
            ticketKey: Uint8Array;

            /** Welcome time. */
            time: number;

            /** Welcome manager. */
            manager: Uint8Array;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link seatmatrix.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Welcome & seatmatrix.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Welcome & seatmatrix.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome version */
                version?: (number|null);

                /** Welcome state */
                state?: (seatmatrix.v1.BoxState|null);

                /** Welcome certificate */
                certificate?: (string|null);

                /** Welcome authority */
                authority?: (string|null);

                /** Welcome ticketKey */
                ticketKey?: (Uint8Array|null);

                /** Welcome time */
                time?: (number|null);

                /** Welcome manager */
                manager?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = seatmatrix.v1.Welcome.$Properties;
        }

        /** RowState enum. */
        enum RowState {

            /** ROW_STATE_UNSPECIFIED value */
            ROW_STATE_UNSPECIFIED = 0,

            /** ROW_STATE_ONLINE value */
            ROW_STATE_ONLINE = 1,

            /** ROW_STATE_CONNECTED value */
            ROW_STATE_CONNECTED = 2,

            /** ROW_STATE_OFFLINE value */
            ROW_STATE_OFFLINE = 3
        }

        /**
         * Properties of a ListRow.
         * @deprecated Use seatmatrix.v1.ListRow.$Properties instead.
         */
        interface IListRow extends seatmatrix.v1.ListRow.$Properties {
        }

        /** Represents a ListRow. */
        class ListRow {

            /**
             * Constructs a new ListRow.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ListRow.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListRow id. */
            id: string;

            /** ListRow name. */
            name: string;

            /** ListRow state. */
            state: seatmatrix.v1.RowState;

            /**
             * Encodes the specified ListRow message. Does not implicitly {@link seatmatrix.v1.ListRow.verify|verify} messages.
             * @param message ListRow message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ListRow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRow message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ListRow & seatmatrix.v1.ListRow.$Shape} ListRow
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ListRow & seatmatrix.v1.ListRow.$Shape;
        }

        namespace ListRow {

            /** Properties of a ListRow. */
            interface $Properties {

                /** ListRow id */
                id?: (string|null);

                /** ListRow name */
                name?: (string|null);

                /** ListRow state */
                state?: (seatmatrix.v1.RowState|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRow. */
            type $Shape = seatmatrix.v1.ListRow.$Properties;
        }

        /**
         * Properties of a ListPage.
         * @deprecated Use seatmatrix.v1.ListPage.$Properties instead.
         */
        interface IListPage extends seatmatrix.v1.ListPage.$Properties {
        }

        /** Represents a ListPage. */
        class ListPage {

            /**
             * Constructs a new ListPage.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ListPage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListPage function. */
            function: seatmatrix.v1.OsdFunction;

            /** ListPage page. */
            page: number;

            /** ListPage pages. */
            pages: number;

            /** ListPage total. */
            total: number;

            /** ListPage rows. */
            rows: seatmatrix.v1.ListRow.$Properties[];

            /**
             * Encodes the specified ListPage message. Does not implicitly {@link seatmatrix.v1.ListPage.verify|verify} messages.
             * @param message ListPage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ListPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListPage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ListPage & seatmatrix.v1.ListPage.$Shape} ListPage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ListPage & seatmatrix.v1.ListPage.$Shape;
        }

        namespace ListPage {

            /** Properties of a ListPage. */
            interface $Properties {

                /** ListPage function */
                "function"?: (seatmatrix.v1.OsdFunction|null);

                /** ListPage page */
                page?: (number|null);

                /** ListPage pages */
                pages?: (number|null);

                /** ListPage total */
                total?: (number|null);

                /** ListPage rows */
                rows?: (seatmatrix.v1.ListRow.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListPage. */
            type $Shape = seatmatrix.v1.ListPage.$Properties;
        }

        /**
         * Properties of an Identify.
         * @deprecated Use seatmatrix.v1.Identify.$Properties instead.
         */
        interface IIdentify extends seatmatrix.v1.Identify.$Properties {
        }

        /** Represents an Identify. */
        class Identify {

            /**
             * Constructs a new Identify.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Identify.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Identify seconds. */
            seconds?: (number|null);

            /**
             * Encodes the specified Identify message. Does not implicitly {@link seatmatrix.v1.Identify.verify|verify} messages.
             * @param message Identify message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Identify.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Identify message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Identify & seatmatrix.v1.Identify.$Shape} Identify
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Identify & seatmatrix.v1.Identify.$Shape;
        }

        namespace Identify {

            /** Properties of an Identify. */
            interface $Properties {

                /** Identify seconds */
                seconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Identify. */
            type $Shape = seatmatrix.v1.Identify.$Properties;
        }

        /**
         * Properties of a Restart.
         * @deprecated Use seatmatrix.v1.Restart.$Properties instead.
         */
        interface IRestart extends seatmatrix.v1.Restart.$Properties {
        }

        /** Represents a Restart. */
        class Restart {

            /**
             * Constructs a new Restart.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Restart.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified Restart message. Does not implicitly {@link seatmatrix.v1.Restart.verify|verify} messages.
             * @param message Restart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Restart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Restart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Restart & seatmatrix.v1.Restart.$Shape} Restart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Restart & seatmatrix.v1.Restart.$Shape;
        }

        namespace Restart {

            /** Properties of a Restart. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Restart. */
            type $Shape = seatmatrix.v1.Restart.$Properties;
        }

        /**
         * Properties of a BoxText.
         * @deprecated Use seatmatrix.v1.BoxText.$Properties instead.
         */
        interface IBoxText extends seatmatrix.v1.BoxText.$Properties {
        }

        /** Represents a BoxText. */
        class BoxText {

            /**
             * Constructs a new BoxText.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.BoxText.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxText text. */
            text: string;

            /** BoxText seconds. */
            seconds: number;

            /**
             * Encodes the specified BoxText message. Does not implicitly {@link seatmatrix.v1.BoxText.verify|verify} messages.
             * @param message BoxText message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.BoxText.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxText message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.BoxText & seatmatrix.v1.BoxText.$Shape} BoxText
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.BoxText & seatmatrix.v1.BoxText.$Shape;
        }

        namespace BoxText {

            /** Properties of a BoxText. */
            interface $Properties {

                /** BoxText text */
                text?: (string|null);

                /** BoxText seconds */
                seconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoxText. */
            type $Shape = seatmatrix.v1.BoxText.$Properties;
        }

        /**
         * Properties of a ForeignViewerWanted.
         * @deprecated Use seatmatrix.v1.ForeignViewerWanted.$Properties instead.
         */
        interface IForeignViewerWanted extends seatmatrix.v1.ForeignViewerWanted.$Properties {
        }

        /** Represents a ForeignViewerWanted. */
        class ForeignViewerWanted {

            /**
             * Constructs a new ForeignViewerWanted.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ForeignViewerWanted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ForeignViewerWanted number. */
            number: number;

            /** ForeignViewerWanted host. */
            host: string;

            /** ForeignViewerWanted port. */
            port: number;

            /** ForeignViewerWanted seconds. */
            seconds: number;

            /**
             * Encodes the specified ForeignViewerWanted message. Does not implicitly {@link seatmatrix.v1.ForeignViewerWanted.verify|verify} messages.
             * @param message ForeignViewerWanted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ForeignViewerWanted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ForeignViewerWanted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ForeignViewerWanted & seatmatrix.v1.ForeignViewerWanted.$Shape} ForeignViewerWanted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ForeignViewerWanted & seatmatrix.v1.ForeignViewerWanted.$Shape;
        }

        namespace ForeignViewerWanted {

            /** Properties of a ForeignViewerWanted. */
            interface $Properties {

                /** ForeignViewerWanted number */
                number?: (number|null);

                /** ForeignViewerWanted host */
                host?: (string|null);

                /** ForeignViewerWanted port */
                port?: (number|null);

                /** ForeignViewerWanted seconds */
                seconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ForeignViewerWanted. */
            type $Shape = seatmatrix.v1.ForeignViewerWanted.$Properties;
        }

        /**
         * Properties of a PreviewSocketWanted.
         * @deprecated Use seatmatrix.v1.PreviewSocketWanted.$Properties instead.
         */
        interface IPreviewSocketWanted extends seatmatrix.v1.PreviewSocketWanted.$Properties {
        }

        /** Represents a PreviewSocketWanted. */
        class PreviewSocketWanted {

            /**
             * Constructs a new PreviewSocketWanted.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewSocketWanted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified PreviewSocketWanted message. Does not implicitly {@link seatmatrix.v1.PreviewSocketWanted.verify|verify} messages.
             * @param message PreviewSocketWanted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewSocketWanted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewSocketWanted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewSocketWanted & seatmatrix.v1.PreviewSocketWanted.$Shape} PreviewSocketWanted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewSocketWanted & seatmatrix.v1.PreviewSocketWanted.$Shape;
        }

        namespace PreviewSocketWanted {

            /** Properties of a PreviewSocketWanted. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreviewSocketWanted. */
            type $Shape = seatmatrix.v1.PreviewSocketWanted.$Properties;
        }

        /**
         * Properties of a BoxCommand.
         * @deprecated Use seatmatrix.v1.BoxCommand.$Properties instead.
         */
        interface IBoxCommand extends seatmatrix.v1.BoxCommand.$Properties {
        }

        /** Represents a BoxCommand. */
        class BoxCommand {

            /**
             * Constructs a new BoxCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.BoxCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxCommand identify. */
            identify?: (seatmatrix.v1.Identify.$Properties|null);

            /** BoxCommand restart. */
            restart?: (seatmatrix.v1.Restart.$Properties|null);

            /** BoxCommand message. */
            message?: (seatmatrix.v1.BoxText.$Properties|null);

            /** BoxCommand foreignViewer. */
            foreignViewer?: (seatmatrix.v1.ForeignViewerWanted.$Properties|null);

            /** BoxCommand previewSocket. */
            previewSocket?: (seatmatrix.v1.PreviewSocketWanted.$Properties|null);

            /** BoxCommand command. */
            command?: ("identify"|"restart"|"message"|"foreignViewer"|"previewSocket");

            /**
             * Encodes the specified BoxCommand message. Does not implicitly {@link seatmatrix.v1.BoxCommand.verify|verify} messages.
             * @param message BoxCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.BoxCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.BoxCommand & seatmatrix.v1.BoxCommand.$Shape} BoxCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.BoxCommand & seatmatrix.v1.BoxCommand.$Shape;
        }

        namespace BoxCommand {

            /** Properties of a BoxCommand. */
            interface $Properties {

                /** BoxCommand identify */
                identify?: (seatmatrix.v1.Identify.$Properties|null);

                /** BoxCommand restart */
                restart?: (seatmatrix.v1.Restart.$Properties|null);

                /** BoxCommand message */
                message?: (seatmatrix.v1.BoxText.$Properties|null);

                /** BoxCommand foreignViewer */
                foreignViewer?: (seatmatrix.v1.ForeignViewerWanted.$Properties|null);

                /** BoxCommand previewSocket */
                previewSocket?: (seatmatrix.v1.PreviewSocketWanted.$Properties|null);

                /** BoxCommand command */
                command?: ("identify"|"restart"|"message"|"foreignViewer"|"previewSocket");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a BoxCommand. */
            type $Shape = {
              identify?: seatmatrix.v1.Identify.$Shape|null;
              restart?: seatmatrix.v1.Restart.$Shape|null;
              message?: seatmatrix.v1.BoxText.$Shape|null;
              foreignViewer?: seatmatrix.v1.ForeignViewerWanted.$Shape|null;
              previewSocket?: seatmatrix.v1.PreviewSocketWanted.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ command?: undefined; identify?: null; restart?: null; message?: null; foreignViewer?: null; previewSocket?: null }|{ command?: "identify"; identify: seatmatrix.v1.Identify.$Shape; restart?: null; message?: null; foreignViewer?: null; previewSocket?: null }|{ command?: "restart"; identify?: null; restart: seatmatrix.v1.Restart.$Shape; message?: null; foreignViewer?: null; previewSocket?: null }|{ command?: "message"; identify?: null; restart?: null; message: seatmatrix.v1.BoxText.$Shape; foreignViewer?: null; previewSocket?: null }|{ command?: "foreignViewer"; identify?: null; restart?: null; message?: null; foreignViewer: seatmatrix.v1.ForeignViewerWanted.$Shape; previewSocket?: null }|{ command?: "previewSocket"; identify?: null; restart?: null; message?: null; foreignViewer?: null; previewSocket: seatmatrix.v1.PreviewSocketWanted.$Shape })
            );
        }

        /**
         * Properties of a PushedBy.
         * @deprecated Use seatmatrix.v1.PushedBy.$Properties instead.
         */
        interface IPushedBy extends seatmatrix.v1.PushedBy.$Properties {
        }

        /** Represents a PushedBy. */
        class PushedBy {

            /**
             * Constructs a new PushedBy.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PushedBy.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PushedBy operator. */
            operator: string;

            /** PushedBy source. */
            source: string;

            /**
             * Encodes the specified PushedBy message. Does not implicitly {@link seatmatrix.v1.PushedBy.verify|verify} messages.
             * @param message PushedBy message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PushedBy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PushedBy message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PushedBy & seatmatrix.v1.PushedBy.$Shape} PushedBy
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PushedBy & seatmatrix.v1.PushedBy.$Shape;
        }

        namespace PushedBy {

            /** Properties of a PushedBy. */
            interface $Properties {

                /** PushedBy operator */
                operator?: (string|null);

                /** PushedBy source */
                source?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PushedBy. */
            type $Shape = seatmatrix.v1.PushedBy.$Properties;
        }

        /**
         * Properties of a RightWithdrawn.
         * @deprecated Use seatmatrix.v1.RightWithdrawn.$Properties instead.
         */
        interface IRightWithdrawn extends seatmatrix.v1.RightWithdrawn.$Properties {
        }

        /** Represents a RightWithdrawn. */
        class RightWithdrawn {

            /**
             * Constructs a new RightWithdrawn.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.RightWithdrawn.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RightWithdrawn source. */
            source: string;

            /**
             * Encodes the specified RightWithdrawn message. Does not implicitly {@link seatmatrix.v1.RightWithdrawn.verify|verify} messages.
             * @param message RightWithdrawn message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.RightWithdrawn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RightWithdrawn message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.RightWithdrawn & seatmatrix.v1.RightWithdrawn.$Shape} RightWithdrawn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.RightWithdrawn & seatmatrix.v1.RightWithdrawn.$Shape;
        }

        namespace RightWithdrawn {

            /** Properties of a RightWithdrawn. */
            interface $Properties {

                /** RightWithdrawn source */
                source?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RightWithdrawn. */
            type $Shape = seatmatrix.v1.RightWithdrawn.$Properties;
        }

        /** SignedOutReason enum. */
        enum SignedOutReason {

            /** SIGNED_OUT_REASON_UNSPECIFIED value */
            SIGNED_OUT_REASON_UNSPECIFIED = 0,

            /** SIGNED_OUT_REASON_ADMINISTRATOR value */
            SIGNED_OUT_REASON_ADMINISTRATOR = 1,

            /** SIGNED_OUT_REASON_DISABLED value */
            SIGNED_OUT_REASON_DISABLED = 2,

            /** SIGNED_OUT_REASON_ELSEWHERE value */
            SIGNED_OUT_REASON_ELSEWHERE = 3,

            /** SIGNED_OUT_REASON_IDLE value */
            SIGNED_OUT_REASON_IDLE = 4
        }

        /**
         * Properties of a SignedOut.
         * @deprecated Use seatmatrix.v1.SignedOut.$Properties instead.
         */
        interface ISignedOut extends seatmatrix.v1.SignedOut.$Properties {
        }

        /** Represents a SignedOut. */
        class SignedOut {

            /**
             * Constructs a new SignedOut.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SignedOut.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedOut reason. */
            reason: seatmatrix.v1.SignedOutReason;

            /**
             * Encodes the specified SignedOut message. Does not implicitly {@link seatmatrix.v1.SignedOut.verify|verify} messages.
             * @param message SignedOut message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SignedOut.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedOut message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SignedOut & seatmatrix.v1.SignedOut.$Shape} SignedOut
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SignedOut & seatmatrix.v1.SignedOut.$Shape;
        }

        namespace SignedOut {

            /** Properties of a SignedOut. */
            interface $Properties {

                /** SignedOut reason */
                reason?: (seatmatrix.v1.SignedOutReason|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedOut. */
            type $Shape = seatmatrix.v1.SignedOut.$Properties;
        }

        /**
         * Properties of a DeskNotice.
         * @deprecated Use seatmatrix.v1.DeskNotice.$Properties instead.
         */
        interface IDeskNotice extends seatmatrix.v1.DeskNotice.$Properties {
        }

        /** Represents a DeskNotice. */
        class DeskNotice {

            /**
             * Constructs a new DeskNotice.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.DeskNotice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeskNotice pushedBy. */
            pushedBy?: (seatmatrix.v1.PushedBy.$Properties|null);

            /** DeskNotice rightWithdrawn. */
            rightWithdrawn?: (seatmatrix.v1.RightWithdrawn.$Properties|null);

            /** DeskNotice signedOut. */
            signedOut?: (seatmatrix.v1.SignedOut.$Properties|null);

            /** DeskNotice notice. */
            notice?: ("pushedBy"|"rightWithdrawn"|"signedOut");

            /**
             * Encodes the specified DeskNotice message. Does not implicitly {@link seatmatrix.v1.DeskNotice.verify|verify} messages.
             * @param message DeskNotice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.DeskNotice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeskNotice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.DeskNotice & seatmatrix.v1.DeskNotice.$Shape} DeskNotice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.DeskNotice & seatmatrix.v1.DeskNotice.$Shape;
        }

        namespace DeskNotice {

            /** Properties of a DeskNotice. */
            interface $Properties {

                /** DeskNotice pushedBy */
                pushedBy?: (seatmatrix.v1.PushedBy.$Properties|null);

                /** DeskNotice rightWithdrawn */
                rightWithdrawn?: (seatmatrix.v1.RightWithdrawn.$Properties|null);

                /** DeskNotice signedOut */
                signedOut?: (seatmatrix.v1.SignedOut.$Properties|null);

                /** DeskNotice notice */
                notice?: ("pushedBy"|"rightWithdrawn"|"signedOut");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a DeskNotice. */
            type $Shape = {
              pushedBy?: seatmatrix.v1.PushedBy.$Shape|null;
              rightWithdrawn?: seatmatrix.v1.RightWithdrawn.$Shape|null;
              signedOut?: seatmatrix.v1.SignedOut.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ notice?: undefined; pushedBy?: null; rightWithdrawn?: null; signedOut?: null }|{ notice?: "pushedBy"; pushedBy: seatmatrix.v1.PushedBy.$Shape; rightWithdrawn?: null; signedOut?: null }|{ notice?: "rightWithdrawn"; pushedBy?: null; rightWithdrawn: seatmatrix.v1.RightWithdrawn.$Shape; signedOut?: null }|{ notice?: "signedOut"; pushedBy?: null; rightWithdrawn?: null; signedOut: seatmatrix.v1.SignedOut.$Shape })
            );
        }

        /** DeviceKind enum. */
        enum DeviceKind {

            /** DEVICE_KIND_UNSPECIFIED value */
            DEVICE_KIND_UNSPECIFIED = 0,

            /** DEVICE_KIND_TRANSMITTER value */
            DEVICE_KIND_TRANSMITTER = 1,

            /** DEVICE_KIND_RECEIVER value */
            DEVICE_KIND_RECEIVER = 2
        }

        /** ReceiverKind enum. */
        enum ReceiverKind {

            /** RECEIVER_KIND_UNSPECIFIED value */
            RECEIVER_KIND_UNSPECIFIED = 0,

            /** RECEIVER_KIND_DESK value */
            RECEIVER_KIND_DESK = 1,

            /** RECEIVER_KIND_DISPLAY value */
            RECEIVER_KIND_DISPLAY = 2
        }

        /** Capability enum. */
        enum Capability {

            /** CAPABILITY_UNSPECIFIED value */
            CAPABILITY_UNSPECIFIED = 0,

            /** CAPABILITY_ROUTE value */
            CAPABILITY_ROUTE = 1,

            /** CAPABILITY_SEAT value */
            CAPABILITY_SEAT = 2,

            /** CAPABILITY_CONSOLE value */
            CAPABILITY_CONSOLE = 3,

            /** CAPABILITY_PREVIEW value */
            CAPABILITY_PREVIEW = 4,

            /** CAPABILITY_SOUND value */
            CAPABILITY_SOUND = 5,

            /** CAPABILITY_SERIAL value */
            CAPABILITY_SERIAL = 6
        }

        /** OsdFunction enum. */
        enum OsdFunction {

            /** OSD_FUNCTION_UNSPECIFIED value */
            OSD_FUNCTION_UNSPECIFIED = 0,

            /** OSD_FUNCTION_CONNECT value */
            OSD_FUNCTION_CONNECT = 1,

            /** OSD_FUNCTION_PUSH value */
            OSD_FUNCTION_PUSH = 2,

            /** OSD_FUNCTION_FETCH value */
            OSD_FUNCTION_FETCH = 3
        }

        /**
         * Properties of a StreamPlace.
         * @deprecated Use seatmatrix.v1.StreamPlace.$Properties instead.
         */
        interface IStreamPlace extends seatmatrix.v1.StreamPlace.$Properties {
        }

        /** Represents a StreamPlace. */
        class StreamPlace {

            /**
             * Constructs a new StreamPlace.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.StreamPlace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamPlace ssrc. */
            ssrc: number;

            /** StreamPlace rolloverCounter. */
            rolloverCounter: number;

            /** StreamPlace sequence. */
            sequence: number;

            /** StreamPlace timestamp. */
            timestamp: number;

            /** StreamPlace time. */
            time: number;

            /**
             * Encodes the specified StreamPlace message. Does not implicitly {@link seatmatrix.v1.StreamPlace.verify|verify} messages.
             * @param message StreamPlace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.StreamPlace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamPlace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.StreamPlace & seatmatrix.v1.StreamPlace.$Shape} StreamPlace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.StreamPlace & seatmatrix.v1.StreamPlace.$Shape;
        }

        namespace StreamPlace {

            /** Properties of a StreamPlace. */
            interface $Properties {

                /** StreamPlace ssrc */
                ssrc?: (number|null);

                /** StreamPlace rolloverCounter */
                rolloverCounter?: (number|null);

                /** StreamPlace sequence */
                sequence?: (number|null);

                /** StreamPlace timestamp */
                timestamp?: (number|null);

                /** StreamPlace time */
                time?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamPlace. */
            type $Shape = seatmatrix.v1.StreamPlace.$Properties;
        }

        /**
         * Properties of a MasterKey.
         * @deprecated Use seatmatrix.v1.MasterKey.$Properties instead.
         */
        interface IMasterKey extends seatmatrix.v1.MasterKey.$Properties {
        }

        /** Represents a MasterKey. */
        class MasterKey {

            /**
             * Constructs a new MasterKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.MasterKey.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MasterKey key. */
            key: Uint8Array;

            /** MasterKey salt. */
            salt: Uint8Array;

            /**
             * Encodes the specified MasterKey message. Does not implicitly {@link seatmatrix.v1.MasterKey.verify|verify} messages.
             * @param message MasterKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.MasterKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MasterKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.MasterKey & seatmatrix.v1.MasterKey.$Shape} MasterKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.MasterKey & seatmatrix.v1.MasterKey.$Shape;
        }

        namespace MasterKey {

            /** Properties of a MasterKey. */
            interface $Properties {

                /** MasterKey key */
                key?: (Uint8Array|null);

                /** MasterKey salt */
                salt?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MasterKey. */
            type $Shape = seatmatrix.v1.MasterKey.$Properties;
        }

        /**
         * Properties of a Feedback.
         * @deprecated Use seatmatrix.v1.Feedback.$Properties instead.
         */
        interface IFeedback extends seatmatrix.v1.Feedback.$Properties {
        }

        /** Represents a Feedback. */
        class Feedback {

            /**
             * Constructs a new Feedback.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Feedback.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Feedback key. */
            key?: (seatmatrix.v1.MasterKey.$Properties|null);

            /** Feedback ssrc. */
            ssrc: number;

            /**
             * Encodes the specified Feedback message. Does not implicitly {@link seatmatrix.v1.Feedback.verify|verify} messages.
             * @param message Feedback message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Feedback.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Feedback message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Feedback & seatmatrix.v1.Feedback.$Shape} Feedback
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Feedback & seatmatrix.v1.Feedback.$Shape;
        }

        namespace Feedback {

            /** Properties of a Feedback. */
            interface $Properties {

                /** Feedback key */
                key?: (seatmatrix.v1.MasterKey.$Properties|null);

                /** Feedback ssrc */
                ssrc?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Feedback. */
            type $Shape = seatmatrix.v1.Feedback.$Properties;
        }

        /**
         * Properties of a MediaGroup.
         * @deprecated Use seatmatrix.v1.MediaGroup.$Properties instead.
         */
        interface IMediaGroup extends seatmatrix.v1.MediaGroup.$Properties {
        }

        /** Represents a MediaGroup. */
        class MediaGroup {

            /**
             * Constructs a new MediaGroup.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.MediaGroup.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MediaGroup host. */
            host: string;

            /** MediaGroup port. */
            port: number;

            /**
             * Encodes the specified MediaGroup message. Does not implicitly {@link seatmatrix.v1.MediaGroup.verify|verify} messages.
             * @param message MediaGroup message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.MediaGroup.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MediaGroup message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.MediaGroup & seatmatrix.v1.MediaGroup.$Shape} MediaGroup
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.MediaGroup & seatmatrix.v1.MediaGroup.$Shape;
        }

        namespace MediaGroup {

            /** Properties of a MediaGroup. */
            interface $Properties {

                /** MediaGroup host */
                host?: (string|null);

                /** MediaGroup port */
                port?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MediaGroup. */
            type $Shape = seatmatrix.v1.MediaGroup.$Properties;
        }

        /**
         * Properties of a MediaKey.
         * @deprecated Use seatmatrix.v1.MediaKey.$Properties instead.
         */
        interface IMediaKey extends seatmatrix.v1.MediaKey.$Properties {
        }

        /** Represents a MediaKey. */
        class MediaKey {

            /**
             * Constructs a new MediaKey.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.MediaKey.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MediaKey epoch. */
            epoch: number;

            /** MediaKey key. */
            key?: (seatmatrix.v1.MasterKey.$Properties|null);

            /** MediaKey video. */
            video?: (seatmatrix.v1.StreamPlace.$Properties|null);

            /** MediaKey sound. */
            sound?: (seatmatrix.v1.StreamPlace.$Properties|null);

            /** MediaKey feedback. */
            feedback?: (seatmatrix.v1.Feedback.$Properties|null);

            /** MediaKey group. */
            group?: (seatmatrix.v1.MediaGroup.$Properties|null);

            /**
             * Encodes the specified MediaKey message. Does not implicitly {@link seatmatrix.v1.MediaKey.verify|verify} messages.
             * @param message MediaKey message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.MediaKey.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MediaKey message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.MediaKey & seatmatrix.v1.MediaKey.$Shape} MediaKey
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.MediaKey & seatmatrix.v1.MediaKey.$Shape;
        }

        namespace MediaKey {

            /** Properties of a MediaKey. */
            interface $Properties {

                /** MediaKey epoch */
                epoch?: (number|null);

                /** MediaKey key */
                key?: (seatmatrix.v1.MasterKey.$Properties|null);

                /** MediaKey video */
                video?: (seatmatrix.v1.StreamPlace.$Properties|null);

                /** MediaKey sound */
                sound?: (seatmatrix.v1.StreamPlace.$Properties|null);

                /** MediaKey feedback */
                feedback?: (seatmatrix.v1.Feedback.$Properties|null);

                /** MediaKey group */
                group?: (seatmatrix.v1.MediaGroup.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MediaKey. */
            type $Shape = seatmatrix.v1.MediaKey.$Properties;
        }

        /**
         * Properties of a PeerAddress.
         * @deprecated Use seatmatrix.v1.PeerAddress.$Properties instead.
         */
        interface IPeerAddress extends seatmatrix.v1.PeerAddress.$Properties {
        }

        /** Represents a PeerAddress. */
        class PeerAddress {

            /**
             * Constructs a new PeerAddress.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PeerAddress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PeerAddress host. */
            host: string;

            /** PeerAddress port. */
            port: number;

            /** PeerAddress fingerprint. */
            fingerprint: Uint8Array;

            /**
             * Encodes the specified PeerAddress message. Does not implicitly {@link seatmatrix.v1.PeerAddress.verify|verify} messages.
             * @param message PeerAddress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PeerAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PeerAddress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PeerAddress & seatmatrix.v1.PeerAddress.$Shape} PeerAddress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PeerAddress & seatmatrix.v1.PeerAddress.$Shape;
        }

        namespace PeerAddress {

            /** Properties of a PeerAddress. */
            interface $Properties {

                /** PeerAddress host */
                host?: (string|null);

                /** PeerAddress port */
                port?: (number|null);

                /** PeerAddress fingerprint */
                fingerprint?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PeerAddress. */
            type $Shape = seatmatrix.v1.PeerAddress.$Properties;
        }

        /**
         * Properties of a PlannedDevice.
         * @deprecated Use seatmatrix.v1.PlannedDevice.$Properties instead.
         */
        interface IPlannedDevice extends seatmatrix.v1.PlannedDevice.$Properties {
        }

        /** Represents a PlannedDevice. */
        class PlannedDevice {

            /**
             * Constructs a new PlannedDevice.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PlannedDevice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlannedDevice key. */
            key: string;

            /** PlannedDevice id. */
            id: string;

            /** PlannedDevice name. */
            name: string;

            /**
             * Encodes the specified PlannedDevice message. Does not implicitly {@link seatmatrix.v1.PlannedDevice.verify|verify} messages.
             * @param message PlannedDevice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PlannedDevice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlannedDevice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PlannedDevice & seatmatrix.v1.PlannedDevice.$Shape} PlannedDevice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PlannedDevice & seatmatrix.v1.PlannedDevice.$Shape;
        }

        namespace PlannedDevice {

            /** Properties of a PlannedDevice. */
            interface $Properties {

                /** PlannedDevice key */
                key?: (string|null);

                /** PlannedDevice id */
                id?: (string|null);

                /** PlannedDevice name */
                name?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlannedDevice. */
            type $Shape = seatmatrix.v1.PlannedDevice.$Properties;
        }

        /**
         * Properties of a PlannedRoute.
         * @deprecated Use seatmatrix.v1.PlannedRoute.$Properties instead.
         */
        interface IPlannedRoute extends seatmatrix.v1.PlannedRoute.$Properties {
        }

        /** Represents a PlannedRoute. */
        class PlannedRoute {

            /**
             * Constructs a new PlannedRoute.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PlannedRoute.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlannedRoute id. */
            id: string;

            /** PlannedRoute generation. */
            generation: number;

            /** PlannedRoute source. */
            source?: (seatmatrix.v1.PlannedDevice.$Properties|null);

            /** PlannedRoute peer. */
            peer?: (seatmatrix.v1.PeerAddress.$Properties|null);

            /** PlannedRoute ticket. */
            ticket?: (seatmatrix.v1.SignedTicket.$Properties|null);

            /** PlannedRoute mode. */
            mode: seatmatrix.v1.AccessMode;

            /** PlannedRoute basis. */
            basis?: (seatmatrix.v1.RouteBasis.$Properties|null);

            /** PlannedRoute crop. */
            crop?: (seatmatrix.v1.Crop.$Properties|null);

            /**
             * Encodes the specified PlannedRoute message. Does not implicitly {@link seatmatrix.v1.PlannedRoute.verify|verify} messages.
             * @param message PlannedRoute message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PlannedRoute.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlannedRoute message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PlannedRoute & seatmatrix.v1.PlannedRoute.$Shape} PlannedRoute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PlannedRoute & seatmatrix.v1.PlannedRoute.$Shape;
        }

        namespace PlannedRoute {

            /** Properties of a PlannedRoute. */
            interface $Properties {

                /** PlannedRoute id */
                id?: (string|null);

                /** PlannedRoute generation */
                generation?: (number|null);

                /** PlannedRoute source */
                source?: (seatmatrix.v1.PlannedDevice.$Properties|null);

                /** PlannedRoute peer */
                peer?: (seatmatrix.v1.PeerAddress.$Properties|null);

                /** PlannedRoute ticket */
                ticket?: (seatmatrix.v1.SignedTicket.$Properties|null);

                /** PlannedRoute mode */
                mode?: (seatmatrix.v1.AccessMode|null);

                /** PlannedRoute basis */
                basis?: (seatmatrix.v1.RouteBasis.$Properties|null);

                /** PlannedRoute crop */
                crop?: (seatmatrix.v1.Crop.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlannedRoute. */
            type $Shape = seatmatrix.v1.PlannedRoute.$Properties;
        }

        /**
         * Properties of a PlannedAttempt.
         * @deprecated Use seatmatrix.v1.PlannedAttempt.$Properties instead.
         */
        interface IPlannedAttempt extends seatmatrix.v1.PlannedAttempt.$Properties {
        }

        /** Represents a PlannedAttempt. */
        class PlannedAttempt {

            /**
             * Constructs a new PlannedAttempt.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PlannedAttempt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlannedAttempt route. */
            route?: (seatmatrix.v1.PlannedRoute.$Properties|null);

            /** PlannedAttempt hold. */
            hold: boolean;

            /** PlannedAttempt withoutPicture. */
            withoutPicture: boolean;

            /**
             * Encodes the specified PlannedAttempt message. Does not implicitly {@link seatmatrix.v1.PlannedAttempt.verify|verify} messages.
             * @param message PlannedAttempt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PlannedAttempt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlannedAttempt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PlannedAttempt & seatmatrix.v1.PlannedAttempt.$Shape} PlannedAttempt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PlannedAttempt & seatmatrix.v1.PlannedAttempt.$Shape;
        }

        namespace PlannedAttempt {

            /** Properties of a PlannedAttempt. */
            interface $Properties {

                /** PlannedAttempt route */
                route?: (seatmatrix.v1.PlannedRoute.$Properties|null);

                /** PlannedAttempt hold */
                hold?: (boolean|null);

                /** PlannedAttempt withoutPicture */
                withoutPicture?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlannedAttempt. */
            type $Shape = seatmatrix.v1.PlannedAttempt.$Properties;
        }

        /**
         * Properties of a SeatMember.
         * @deprecated Use seatmatrix.v1.SeatMember.$Properties instead.
         */
        interface ISeatMember extends seatmatrix.v1.SeatMember.$Properties {
        }

        /** Represents a SeatMember. */
        class SeatMember {

            /**
             * Constructs a new SeatMember.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SeatMember.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SeatMember device. */
            device?: (seatmatrix.v1.PlannedDevice.$Properties|null);

            /** SeatMember peer. */
            peer?: (seatmatrix.v1.PeerAddress.$Properties|null);

            /** SeatMember ticket. */
            ticket?: (seatmatrix.v1.SignedTicket.$Properties|null);

            /**
             * Encodes the specified SeatMember message. Does not implicitly {@link seatmatrix.v1.SeatMember.verify|verify} messages.
             * @param message SeatMember message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SeatMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SeatMember message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SeatMember & seatmatrix.v1.SeatMember.$Shape} SeatMember
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SeatMember & seatmatrix.v1.SeatMember.$Shape;
        }

        namespace SeatMember {

            /** Properties of a SeatMember. */
            interface $Properties {

                /** SeatMember device */
                device?: (seatmatrix.v1.PlannedDevice.$Properties|null);

                /** SeatMember peer */
                peer?: (seatmatrix.v1.PeerAddress.$Properties|null);

                /** SeatMember ticket */
                ticket?: (seatmatrix.v1.SignedTicket.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SeatMember. */
            type $Shape = seatmatrix.v1.SeatMember.$Properties;
        }

        /**
         * Properties of a PlannedSeat.
         * @deprecated Use seatmatrix.v1.PlannedSeat.$Properties instead.
         */
        interface IPlannedSeat extends seatmatrix.v1.PlannedSeat.$Properties {
        }

        /** Represents a PlannedSeat. */
        class PlannedSeat {

            /**
             * Constructs a new PlannedSeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PlannedSeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlannedSeat key. */
            key: string;

            /** PlannedSeat name. */
            name: string;

            /** PlannedSeat members. */
            members: seatmatrix.v1.SeatMember.$Properties[];

            /** PlannedSeat idleMinutes. */
            idleMinutes?: (number|null);

            /**
             * Encodes the specified PlannedSeat message. Does not implicitly {@link seatmatrix.v1.PlannedSeat.verify|verify} messages.
             * @param message PlannedSeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PlannedSeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlannedSeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PlannedSeat & seatmatrix.v1.PlannedSeat.$Shape} PlannedSeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PlannedSeat & seatmatrix.v1.PlannedSeat.$Shape;
        }

        namespace PlannedSeat {

            /** Properties of a PlannedSeat. */
            interface $Properties {

                /** PlannedSeat key */
                key?: (string|null);

                /** PlannedSeat name */
                name?: (string|null);

                /** PlannedSeat members */
                members?: (seatmatrix.v1.SeatMember.$Properties[]|null);

                /** PlannedSeat idleMinutes */
                idleMinutes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlannedSeat. */
            type $Shape = seatmatrix.v1.PlannedSeat.$Properties;
        }

        /**
         * Properties of a PlannedSession.
         * @deprecated Use seatmatrix.v1.PlannedSession.$Properties instead.
         */
        interface IPlannedSession extends seatmatrix.v1.PlannedSession.$Properties {
        }

        /** Represents a PlannedSession. */
        class PlannedSession {

            /**
             * Constructs a new PlannedSession.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PlannedSession.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlannedSession id. */
            id: string;

            /** PlannedSession operator. */
            operator: string;

            /**
             * Encodes the specified PlannedSession message. Does not implicitly {@link seatmatrix.v1.PlannedSession.verify|verify} messages.
             * @param message PlannedSession message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PlannedSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlannedSession message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PlannedSession & seatmatrix.v1.PlannedSession.$Shape} PlannedSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PlannedSession & seatmatrix.v1.PlannedSession.$Shape;
        }

        namespace PlannedSession {

            /** Properties of a PlannedSession. */
            interface $Properties {

                /** PlannedSession id */
                id?: (string|null);

                /** PlannedSession operator */
                operator?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlannedSession. */
            type $Shape = seatmatrix.v1.PlannedSession.$Properties;
        }

        /**
         * Properties of a ReceiverPlan.
         * @deprecated Use seatmatrix.v1.ReceiverPlan.$Properties instead.
         */
        interface IReceiverPlan extends seatmatrix.v1.ReceiverPlan.$Properties {
        }

        /** Represents a ReceiverPlan. */
        class ReceiverPlan {

            /**
             * Constructs a new ReceiverPlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ReceiverPlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReceiverPlan device. */
            device?: (seatmatrix.v1.PlannedDevice.$Properties|null);

            /** ReceiverPlan receiverKind. */
            receiverKind: seatmatrix.v1.ReceiverKind;

            /** ReceiverPlan seat. */
            seat?: (seatmatrix.v1.PlannedSeat.$Properties|null);

            /** ReceiverPlan session. */
            session?: (seatmatrix.v1.PlannedSession.$Properties|null);

            /** ReceiverPlan route. */
            route?: (seatmatrix.v1.PlannedRoute.$Properties|null);

            /** ReceiverPlan attempt. */
            attempt?: (seatmatrix.v1.PlannedAttempt.$Properties|null);

            /**
             * Encodes the specified ReceiverPlan message. Does not implicitly {@link seatmatrix.v1.ReceiverPlan.verify|verify} messages.
             * @param message ReceiverPlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ReceiverPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReceiverPlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ReceiverPlan & seatmatrix.v1.ReceiverPlan.$Shape} ReceiverPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ReceiverPlan & seatmatrix.v1.ReceiverPlan.$Shape;
        }

        namespace ReceiverPlan {

            /** Properties of a ReceiverPlan. */
            interface $Properties {

                /** ReceiverPlan device */
                device?: (seatmatrix.v1.PlannedDevice.$Properties|null);

                /** ReceiverPlan receiverKind */
                receiverKind?: (seatmatrix.v1.ReceiverKind|null);

                /** ReceiverPlan seat */
                seat?: (seatmatrix.v1.PlannedSeat.$Properties|null);

                /** ReceiverPlan session */
                session?: (seatmatrix.v1.PlannedSession.$Properties|null);

                /** ReceiverPlan route */
                route?: (seatmatrix.v1.PlannedRoute.$Properties|null);

                /** ReceiverPlan attempt */
                attempt?: (seatmatrix.v1.PlannedAttempt.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReceiverPlan. */
            type $Shape = seatmatrix.v1.ReceiverPlan.$Properties;
        }

        /**
         * Properties of a PermittedRoute.
         * @deprecated Use seatmatrix.v1.PermittedRoute.$Properties instead.
         */
        interface IPermittedRoute extends seatmatrix.v1.PermittedRoute.$Properties {
        }

        /** Represents a PermittedRoute. */
        class PermittedRoute {

            /**
             * Constructs a new PermittedRoute.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PermittedRoute.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PermittedRoute id. */
            id: string;

            /** PermittedRoute generation. */
            generation: number;

            /** PermittedRoute receiver. */
            receiver: Uint8Array;

            /** PermittedRoute mode. */
            mode: seatmatrix.v1.AccessMode;

            /**
             * Encodes the specified PermittedRoute message. Does not implicitly {@link seatmatrix.v1.PermittedRoute.verify|verify} messages.
             * @param message PermittedRoute message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PermittedRoute.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PermittedRoute message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PermittedRoute & seatmatrix.v1.PermittedRoute.$Shape} PermittedRoute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PermittedRoute & seatmatrix.v1.PermittedRoute.$Shape;
        }

        namespace PermittedRoute {

            /** Properties of a PermittedRoute. */
            interface $Properties {

                /** PermittedRoute id */
                id?: (string|null);

                /** PermittedRoute generation */
                generation?: (number|null);

                /** PermittedRoute receiver */
                receiver?: (Uint8Array|null);

                /** PermittedRoute mode */
                mode?: (seatmatrix.v1.AccessMode|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PermittedRoute. */
            type $Shape = seatmatrix.v1.PermittedRoute.$Properties;
        }

        /**
         * Properties of a TransmitterPlan.
         * @deprecated Use seatmatrix.v1.TransmitterPlan.$Properties instead.
         */
        interface ITransmitterPlan extends seatmatrix.v1.TransmitterPlan.$Properties {
        }

        /** Represents a TransmitterPlan. */
        class TransmitterPlan {

            /**
             * Constructs a new TransmitterPlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.TransmitterPlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransmitterPlan device. */
            device?: (seatmatrix.v1.PlannedDevice.$Properties|null);

            /** TransmitterPlan routes. */
            routes: seatmatrix.v1.PermittedRoute.$Properties[];

            /** TransmitterPlan settings. */
            settings?: (seatmatrix.v1.SourceSettings.$Properties|null);

            /**
             * Encodes the specified TransmitterPlan message. Does not implicitly {@link seatmatrix.v1.TransmitterPlan.verify|verify} messages.
             * @param message TransmitterPlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.TransmitterPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransmitterPlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.TransmitterPlan & seatmatrix.v1.TransmitterPlan.$Shape} TransmitterPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.TransmitterPlan & seatmatrix.v1.TransmitterPlan.$Shape;
        }

        namespace TransmitterPlan {

            /** Properties of a TransmitterPlan. */
            interface $Properties {

                /** TransmitterPlan device */
                device?: (seatmatrix.v1.PlannedDevice.$Properties|null);

                /** TransmitterPlan routes */
                routes?: (seatmatrix.v1.PermittedRoute.$Properties[]|null);

                /** TransmitterPlan settings */
                settings?: (seatmatrix.v1.SourceSettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransmitterPlan. */
            type $Shape = seatmatrix.v1.TransmitterPlan.$Properties;
        }

        /**
         * Properties of a Plan.
         * @deprecated Use seatmatrix.v1.Plan.$Properties instead.
         */
        interface IPlan extends seatmatrix.v1.Plan.$Properties {
        }

        /** Represents a Plan. */
        class Plan {

            /**
             * Constructs a new Plan.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Plan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Plan revision. */
            revision: number;

            /** Plan generation. */
            generation: number;

            /** Plan receiver. */
            receiver?: (seatmatrix.v1.ReceiverPlan.$Properties|null);

            /** Plan transmitter. */
            transmitter?: (seatmatrix.v1.TransmitterPlan.$Properties|null);

            /** Plan role. */
            role?: ("receiver"|"transmitter");

            /**
             * Encodes the specified Plan message. Does not implicitly {@link seatmatrix.v1.Plan.verify|verify} messages.
             * @param message Plan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Plan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Plan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Plan & seatmatrix.v1.Plan.$Shape} Plan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Plan & seatmatrix.v1.Plan.$Shape;
        }

        namespace Plan {

            /** Properties of a Plan. */
            interface $Properties {

                /** Plan revision */
                revision?: (number|null);

                /** Plan generation */
                generation?: (number|null);

                /** Plan receiver */
                receiver?: (seatmatrix.v1.ReceiverPlan.$Properties|null);

                /** Plan transmitter */
                transmitter?: (seatmatrix.v1.TransmitterPlan.$Properties|null);

                /** Plan role */
                role?: ("receiver"|"transmitter");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Plan. */
            type $Shape = {
              revision?: number|null;
              generation?: number|null;
              receiver?: seatmatrix.v1.ReceiverPlan.$Shape|null;
              transmitter?: seatmatrix.v1.TransmitterPlan.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ role?: undefined; receiver?: null; transmitter?: null }|{ role?: "receiver"; receiver: seatmatrix.v1.ReceiverPlan.$Shape; transmitter?: null }|{ role?: "transmitter"; receiver?: null; transmitter: seatmatrix.v1.TransmitterPlan.$Shape })
            );
        }

        /** AccessMode enum. */
        enum AccessMode {

            /** ACCESS_MODE_UNSPECIFIED value */
            ACCESS_MODE_UNSPECIFIED = 0,

            /** ACCESS_MODE_SHARED value */
            ACCESS_MODE_SHARED = 1,

            /** ACCESS_MODE_VIEW value */
            ACCESS_MODE_VIEW = 2
        }

        /** RouteBasisKind enum. */
        enum RouteBasisKind {

            /** ROUTE_BASIS_KIND_UNSPECIFIED value */
            ROUTE_BASIS_KIND_UNSPECIFIED = 0,

            /** ROUTE_BASIS_KIND_OWN_GRANT value */
            ROUTE_BASIS_KIND_OWN_GRANT = 1,

            /** ROUTE_BASIS_KIND_PUSH value */
            ROUTE_BASIS_KIND_PUSH = 2
        }

        /**
         * Properties of a RouteBasis.
         * @deprecated Use seatmatrix.v1.RouteBasis.$Properties instead.
         */
        interface IRouteBasis extends seatmatrix.v1.RouteBasis.$Properties {
        }

        /** Represents a RouteBasis. */
        class RouteBasis {

            /**
             * Constructs a new RouteBasis.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.RouteBasis.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RouteBasis kind. */
            kind: seatmatrix.v1.RouteBasisKind;

            /** RouteBasis operator. */
            operator: string;

            /**
             * Encodes the specified RouteBasis message. Does not implicitly {@link seatmatrix.v1.RouteBasis.verify|verify} messages.
             * @param message RouteBasis message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.RouteBasis.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteBasis message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.RouteBasis & seatmatrix.v1.RouteBasis.$Shape} RouteBasis
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.RouteBasis & seatmatrix.v1.RouteBasis.$Shape;
        }

        namespace RouteBasis {

            /** Properties of a RouteBasis. */
            interface $Properties {

                /** RouteBasis kind */
                kind?: (seatmatrix.v1.RouteBasisKind|null);

                /** RouteBasis operator */
                operator?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RouteBasis. */
            type $Shape = seatmatrix.v1.RouteBasis.$Properties;
        }

        /** TicketPurpose enum. */
        enum TicketPurpose {

            /** TICKET_PURPOSE_UNSPECIFIED value */
            TICKET_PURPOSE_UNSPECIFIED = 0,

            /** TICKET_PURPOSE_ROUTE value */
            TICKET_PURPOSE_ROUTE = 1,

            /** TICKET_PURPOSE_SEAT value */
            TICKET_PURPOSE_SEAT = 2
        }

        /**
         * Properties of a Ticket.
         * @deprecated Use seatmatrix.v1.Ticket.$Properties instead.
         */
        interface ITicket extends seatmatrix.v1.Ticket.$Properties {
        }

        /** Represents a Ticket. */
        class Ticket {

            /**
             * Constructs a new Ticket.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Ticket.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ticket purpose. */
            purpose: seatmatrix.v1.TicketPurpose;

            /** Ticket route. */
            route: string;

            /** Ticket generation. */
            generation: number;

            /** Ticket from. */
            from: Uint8Array;

            /** Ticket to. */
            to: Uint8Array;

            /** Ticket mode. */
            mode: seatmatrix.v1.AccessMode;

            /** Ticket basis. */
            basis?: (seatmatrix.v1.RouteBasis.$Properties|null);

            /** Ticket expiresAt. */
            expiresAt: number;

            /**
             * Encodes the specified Ticket message. Does not implicitly {@link seatmatrix.v1.Ticket.verify|verify} messages.
             * @param message Ticket message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Ticket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ticket message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Ticket & seatmatrix.v1.Ticket.$Shape} Ticket
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Ticket & seatmatrix.v1.Ticket.$Shape;
        }

        namespace Ticket {

            /** Properties of a Ticket. */
            interface $Properties {

                /** Ticket purpose */
                purpose?: (seatmatrix.v1.TicketPurpose|null);

                /** Ticket route */
                route?: (string|null);

                /** Ticket generation */
                generation?: (number|null);

                /** Ticket from */
                from?: (Uint8Array|null);

                /** Ticket to */
                to?: (Uint8Array|null);

                /** Ticket mode */
                mode?: (seatmatrix.v1.AccessMode|null);

                /** Ticket basis */
                basis?: (seatmatrix.v1.RouteBasis.$Properties|null);

                /** Ticket expiresAt */
                expiresAt?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ticket. */
            type $Shape = seatmatrix.v1.Ticket.$Properties;
        }

        /**
         * Properties of a SignedTicket.
         * @deprecated Use seatmatrix.v1.SignedTicket.$Properties instead.
         */
        interface ISignedTicket extends seatmatrix.v1.SignedTicket.$Properties {
        }

        /** Represents a SignedTicket. */
        class SignedTicket {

            /**
             * Constructs a new SignedTicket.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SignedTicket.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedTicket body. */
            body: Uint8Array;

            /** SignedTicket signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified SignedTicket message. Does not implicitly {@link seatmatrix.v1.SignedTicket.verify|verify} messages.
             * @param message SignedTicket message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SignedTicket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedTicket message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SignedTicket & seatmatrix.v1.SignedTicket.$Shape} SignedTicket
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SignedTicket & seatmatrix.v1.SignedTicket.$Shape;
        }

        namespace SignedTicket {

            /** Properties of a SignedTicket. */
            interface $Properties {

                /** SignedTicket body */
                body?: (Uint8Array|null);

                /** SignedTicket signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedTicket. */
            type $Shape = seatmatrix.v1.SignedTicket.$Properties;
        }

        /** RouteCondition enum. */
        enum RouteCondition {

            /** ROUTE_CONDITION_UNSPECIFIED value */
            ROUTE_CONDITION_UNSPECIFIED = 0,

            /** ROUTE_CONDITION_OPENING value */
            ROUTE_CONDITION_OPENING = 1,

            /** ROUTE_CONDITION_READY value */
            ROUTE_CONDITION_READY = 2,

            /** ROUTE_CONDITION_LIVE value */
            ROUTE_CONDITION_LIVE = 3,

            /** ROUTE_CONDITION_LINK_FAILED value */
            ROUTE_CONDITION_LINK_FAILED = 4,

            /** ROUTE_CONDITION_NO_SIGNAL value */
            ROUTE_CONDITION_NO_SIGNAL = 5,

            /** ROUTE_CONDITION_LOST value */
            ROUTE_CONDITION_LOST = 6
        }

        /**
         * Properties of a RouteReport.
         * @deprecated Use seatmatrix.v1.RouteReport.$Properties instead.
         */
        interface IRouteReport extends seatmatrix.v1.RouteReport.$Properties {
        }

        /** Represents a RouteReport. */
        class RouteReport {

            /**
             * Constructs a new RouteReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.RouteReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RouteReport route. */
            route: string;

            /** RouteReport generation. */
            generation: number;

            /** RouteReport condition. */
            condition: seatmatrix.v1.RouteCondition;

            /** RouteReport picture. */
            picture: boolean;

            /**
             * Encodes the specified RouteReport message. Does not implicitly {@link seatmatrix.v1.RouteReport.verify|verify} messages.
             * @param message RouteReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.RouteReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.RouteReport & seatmatrix.v1.RouteReport.$Shape} RouteReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.RouteReport & seatmatrix.v1.RouteReport.$Shape;
        }

        namespace RouteReport {

            /** Properties of a RouteReport. */
            interface $Properties {

                /** RouteReport route */
                route?: (string|null);

                /** RouteReport generation */
                generation?: (number|null);

                /** RouteReport condition */
                condition?: (seatmatrix.v1.RouteCondition|null);

                /** RouteReport picture */
                picture?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RouteReport. */
            type $Shape = seatmatrix.v1.RouteReport.$Properties;
        }

        /** Language enum. */
        enum Language {

            /** LANGUAGE_UNSPECIFIED value */
            LANGUAGE_UNSPECIFIED = 0,

            /** LANGUAGE_ZH value */
            LANGUAGE_ZH = 1,

            /** LANGUAGE_EN value */
            LANGUAGE_EN = 2
        }

        /** HotkeySequence enum. */
        enum HotkeySequence {

            /** HOTKEY_SEQUENCE_UNSPECIFIED value */
            HOTKEY_SEQUENCE_UNSPECIFIED = 0,

            /** HOTKEY_SEQUENCE_DOUBLE_SHIFT value */
            HOTKEY_SEQUENCE_DOUBLE_SHIFT = 1,

            /** HOTKEY_SEQUENCE_DOUBLE_CONTROL value */
            HOTKEY_SEQUENCE_DOUBLE_CONTROL = 2,

            /** HOTKEY_SEQUENCE_DOUBLE_ALT value */
            HOTKEY_SEQUENCE_DOUBLE_ALT = 3,

            /** HOTKEY_SEQUENCE_DOUBLE_SCROLL_LOCK value */
            HOTKEY_SEQUENCE_DOUBLE_SCROLL_LOCK = 4
        }

        /** TextSize enum. */
        enum TextSize {

            /** TEXT_SIZE_UNSPECIFIED value */
            TEXT_SIZE_UNSPECIFIED = 0,

            /** TEXT_SIZE_SMALL value */
            TEXT_SIZE_SMALL = 1,

            /** TEXT_SIZE_NORMAL value */
            TEXT_SIZE_NORMAL = 2,

            /** TEXT_SIZE_LARGE value */
            TEXT_SIZE_LARGE = 3
        }

        /**
         * Properties of a BoxSettings.
         * @deprecated Use seatmatrix.v1.BoxSettings.$Properties instead.
         */
        interface IBoxSettings extends seatmatrix.v1.BoxSettings.$Properties {
        }

        /** Represents a BoxSettings. */
        class BoxSettings {

            /**
             * Constructs a new BoxSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.BoxSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxSettings revision. */
            revision: number;

            /** BoxSettings language. */
            language: seatmatrix.v1.Language;

            /** BoxSettings hotkey. */
            hotkey: seatmatrix.v1.HotkeySequence;

            /** BoxSettings tapWindow. */
            tapWindow: number;

            /** BoxSettings commandWindow. */
            commandWindow: number;

            /** BoxSettings successLinger. */
            successLinger: number;

            /** BoxSettings menuIdle. */
            menuIdle?: (number|null);

            /** BoxSettings banner. */
            banner: string;

            /** BoxSettings offlineGrace. */
            offlineGrace?: (number|null);

            /** BoxSettings textSize. */
            textSize?: (seatmatrix.v1.TextSize|null);

            /**
             * Encodes the specified BoxSettings message. Does not implicitly {@link seatmatrix.v1.BoxSettings.verify|verify} messages.
             * @param message BoxSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.BoxSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.BoxSettings & seatmatrix.v1.BoxSettings.$Shape} BoxSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.BoxSettings & seatmatrix.v1.BoxSettings.$Shape;
        }

        namespace BoxSettings {

            /** Properties of a BoxSettings. */
            interface $Properties {

                /** BoxSettings revision */
                revision?: (number|null);

                /** BoxSettings language */
                language?: (seatmatrix.v1.Language|null);

                /** BoxSettings hotkey */
                hotkey?: (seatmatrix.v1.HotkeySequence|null);

                /** BoxSettings tapWindow */
                tapWindow?: (number|null);

                /** BoxSettings commandWindow */
                commandWindow?: (number|null);

                /** BoxSettings successLinger */
                successLinger?: (number|null);

                /** BoxSettings menuIdle */
                menuIdle?: (number|null);

                /** BoxSettings banner */
                banner?: (string|null);

                /** BoxSettings offlineGrace */
                offlineGrace?: (number|null);

                /** BoxSettings textSize */
                textSize?: (seatmatrix.v1.TextSize|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BoxSettings. */
            type $Shape = seatmatrix.v1.BoxSettings.$Properties;
        }

        /** SerialParity enum. */
        enum SerialParity {

            /** SERIAL_PARITY_UNSPECIFIED value */
            SERIAL_PARITY_UNSPECIFIED = 0,

            /** SERIAL_PARITY_NONE value */
            SERIAL_PARITY_NONE = 1,

            /** SERIAL_PARITY_EVEN value */
            SERIAL_PARITY_EVEN = 2,

            /** SERIAL_PARITY_ODD value */
            SERIAL_PARITY_ODD = 3
        }

        /** SerialFlowControl enum. */
        enum SerialFlowControl {

            /** SERIAL_FLOW_CONTROL_UNSPECIFIED value */
            SERIAL_FLOW_CONTROL_UNSPECIFIED = 0,

            /** SERIAL_FLOW_CONTROL_NONE value */
            SERIAL_FLOW_CONTROL_NONE = 1,

            /** SERIAL_FLOW_CONTROL_HARDWARE value */
            SERIAL_FLOW_CONTROL_HARDWARE = 2,

            /** SERIAL_FLOW_CONTROL_SOFTWARE value */
            SERIAL_FLOW_CONTROL_SOFTWARE = 3
        }

        /**
         * Properties of a SerialSettings.
         * @deprecated Use seatmatrix.v1.SerialSettings.$Properties instead.
         */
        interface ISerialSettings extends seatmatrix.v1.SerialSettings.$Properties {
        }

        /** Represents a SerialSettings. */
        class SerialSettings {

            /**
             * Constructs a new SerialSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SerialSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SerialSettings baud. */
            baud: number;

            /** SerialSettings dataBits. */
            dataBits: number;

            /** SerialSettings parity. */
            parity: seatmatrix.v1.SerialParity;

            /** SerialSettings stopBits. */
            stopBits: number;

            /** SerialSettings flowControl. */
            flowControl: seatmatrix.v1.SerialFlowControl;

            /**
             * Encodes the specified SerialSettings message. Does not implicitly {@link seatmatrix.v1.SerialSettings.verify|verify} messages.
             * @param message SerialSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SerialSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SerialSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SerialSettings & seatmatrix.v1.SerialSettings.$Shape} SerialSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SerialSettings & seatmatrix.v1.SerialSettings.$Shape;
        }

        namespace SerialSettings {

            /** Properties of a SerialSettings. */
            interface $Properties {

                /** SerialSettings baud */
                baud?: (number|null);

                /** SerialSettings dataBits */
                dataBits?: (number|null);

                /** SerialSettings parity */
                parity?: (seatmatrix.v1.SerialParity|null);

                /** SerialSettings stopBits */
                stopBits?: (number|null);

                /** SerialSettings flowControl */
                flowControl?: (seatmatrix.v1.SerialFlowControl|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SerialSettings. */
            type $Shape = seatmatrix.v1.SerialSettings.$Properties;
        }

        /** PointerKind enum. */
        enum PointerKind {

            /** POINTER_KIND_UNSPECIFIED value */
            POINTER_KIND_UNSPECIFIED = 0,

            /** POINTER_KIND_ABSOLUTE value */
            POINTER_KIND_ABSOLUTE = 1,

            /** POINTER_KIND_RELATIVE value */
            POINTER_KIND_RELATIVE = 2
        }

        /**
         * Properties of a SourceSettings.
         * @deprecated Use seatmatrix.v1.SourceSettings.$Properties instead.
         */
        interface ISourceSettings extends seatmatrix.v1.SourceSettings.$Properties {
        }

        /** Represents a SourceSettings. */
        class SourceSettings {

            /**
             * Constructs a new SourceSettings.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.SourceSettings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SourceSettings pointer. */
            pointer: seatmatrix.v1.PointerKind;

            /** SourceSettings chroma. */
            chroma: seatmatrix.v1.Chroma;

            /** SourceSettings sound. */
            sound: boolean;

            /** SourceSettings serial. */
            serial?: (seatmatrix.v1.SerialSettings.$Properties|null);

            /**
             * Encodes the specified SourceSettings message. Does not implicitly {@link seatmatrix.v1.SourceSettings.verify|verify} messages.
             * @param message SourceSettings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.SourceSettings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SourceSettings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.SourceSettings & seatmatrix.v1.SourceSettings.$Shape} SourceSettings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.SourceSettings & seatmatrix.v1.SourceSettings.$Shape;
        }

        namespace SourceSettings {

            /** Properties of a SourceSettings. */
            interface $Properties {

                /** SourceSettings pointer */
                pointer?: (seatmatrix.v1.PointerKind|null);

                /** SourceSettings chroma */
                chroma?: (seatmatrix.v1.Chroma|null);

                /** SourceSettings sound */
                sound?: (boolean|null);

                /** SourceSettings serial */
                serial?: (seatmatrix.v1.SerialSettings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SourceSettings. */
            type $Shape = seatmatrix.v1.SourceSettings.$Properties;
        }

        /** Codec enum. */
        enum Codec {

            /** CODEC_UNSPECIFIED value */
            CODEC_UNSPECIFIED = 0,

            /** CODEC_JPEG value */
            CODEC_JPEG = 1,

            /** CODEC_H264 value */
            CODEC_H264 = 2
        }

        /** Chroma enum. */
        enum Chroma {

            /** CHROMA_UNSPECIFIED value */
            CHROMA_UNSPECIFIED = 0,

            /** CHROMA_420 value */
            CHROMA_420 = 1,

            /** CHROMA_444 value */
            CHROMA_444 = 2
        }

        /**
         * Properties of a VideoMode.
         * @deprecated Use seatmatrix.v1.VideoMode.$Properties instead.
         */
        interface IVideoMode extends seatmatrix.v1.VideoMode.$Properties {
        }

        /** Represents a VideoMode. */
        class VideoMode {

            /**
             * Constructs a new VideoMode.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.VideoMode.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VideoMode width. */
            width: number;

            /** VideoMode height. */
            height: number;

            /** VideoMode rate. */
            rate: number;

            /**
             * Encodes the specified VideoMode message. Does not implicitly {@link seatmatrix.v1.VideoMode.verify|verify} messages.
             * @param message VideoMode message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.VideoMode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VideoMode message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.VideoMode & seatmatrix.v1.VideoMode.$Shape} VideoMode
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.VideoMode & seatmatrix.v1.VideoMode.$Shape;
        }

        namespace VideoMode {

            /** Properties of a VideoMode. */
            interface $Properties {

                /** VideoMode width */
                width?: (number|null);

                /** VideoMode height */
                height?: (number|null);

                /** VideoMode rate */
                rate?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VideoMode. */
            type $Shape = seatmatrix.v1.VideoMode.$Properties;
        }

        /** CaptureCondition enum. */
        enum CaptureCondition {

            /** CAPTURE_CONDITION_UNSPECIFIED value */
            CAPTURE_CONDITION_UNSPECIFIED = 0,

            /** CAPTURE_CONDITION_NO_CABLE value */
            CAPTURE_CONDITION_NO_CABLE = 1,

            /** CAPTURE_CONDITION_NO_SIGNAL value */
            CAPTURE_CONDITION_NO_SIGNAL = 2,

            /** CAPTURE_CONDITION_UNSUPPORTED_MODE value */
            CAPTURE_CONDITION_UNSUPPORTED_MODE = 3,

            /** CAPTURE_CONDITION_SIGNAL value */
            CAPTURE_CONDITION_SIGNAL = 4,

            /** CAPTURE_CONDITION_NONE value */
            CAPTURE_CONDITION_NONE = 5
        }

        /**
         * Properties of a CaptureState.
         * @deprecated Use seatmatrix.v1.CaptureState.$Properties instead.
         */
        interface ICaptureState extends seatmatrix.v1.CaptureState.$Properties {
        }

        /** Represents a CaptureState. */
        class CaptureState {

            /**
             * Constructs a new CaptureState.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.CaptureState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CaptureState condition. */
            condition: seatmatrix.v1.CaptureCondition;

            /** CaptureState mode. */
            mode?: (seatmatrix.v1.VideoMode.$Properties|null);

            /**
             * Encodes the specified CaptureState message. Does not implicitly {@link seatmatrix.v1.CaptureState.verify|verify} messages.
             * @param message CaptureState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.CaptureState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CaptureState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.CaptureState & seatmatrix.v1.CaptureState.$Shape} CaptureState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.CaptureState & seatmatrix.v1.CaptureState.$Shape;
        }

        namespace CaptureState {

            /** Properties of a CaptureState. */
            interface $Properties {

                /** CaptureState condition */
                condition?: (seatmatrix.v1.CaptureCondition|null);

                /** CaptureState mode */
                mode?: (seatmatrix.v1.VideoMode.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CaptureState. */
            type $Shape = seatmatrix.v1.CaptureState.$Properties;
        }

        /**
         * Properties of a Crop.
         * @deprecated Use seatmatrix.v1.Crop.$Properties instead.
         */
        interface ICrop extends seatmatrix.v1.Crop.$Properties {
        }

        /** Represents a Crop. */
        class Crop {

            /**
             * Constructs a new Crop.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.Crop.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Crop left. */
            left: number;

            /** Crop top. */
            top: number;

            /** Crop width. */
            width: number;

            /** Crop height. */
            height: number;

            /**
             * Encodes the specified Crop message. Does not implicitly {@link seatmatrix.v1.Crop.verify|verify} messages.
             * @param message Crop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.Crop.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Crop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.Crop & seatmatrix.v1.Crop.$Shape} Crop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.Crop & seatmatrix.v1.Crop.$Shape;
        }

        namespace Crop {

            /** Properties of a Crop. */
            interface $Properties {

                /** Crop left */
                left?: (number|null);

                /** Crop top */
                top?: (number|null);

                /** Crop width */
                width?: (number|null);

                /** Crop height */
                height?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Crop. */
            type $Shape = seatmatrix.v1.Crop.$Properties;
        }

        /**
         * Properties of an AccessUnit.
         * @deprecated Use seatmatrix.v1.AccessUnit.$Properties instead.
         */
        interface IAccessUnit extends seatmatrix.v1.AccessUnit.$Properties {
        }

        /** Represents an AccessUnit. */
        class AccessUnit {

            /**
             * Constructs a new AccessUnit.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.AccessUnit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AccessUnit stream. */
            stream: number;

            /** AccessUnit generation. */
            generation: number;

            /** AccessUnit codec. */
            codec: seatmatrix.v1.Codec;

            /** AccessUnit key. */
            key: boolean;

            /** AccessUnit time. */
            time: number;

            /** AccessUnit bytes. */
            bytes: Uint8Array;

            /**
             * Encodes the specified AccessUnit message. Does not implicitly {@link seatmatrix.v1.AccessUnit.verify|verify} messages.
             * @param message AccessUnit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.AccessUnit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AccessUnit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.AccessUnit & seatmatrix.v1.AccessUnit.$Shape} AccessUnit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.AccessUnit & seatmatrix.v1.AccessUnit.$Shape;
        }

        namespace AccessUnit {

            /** Properties of an AccessUnit. */
            interface $Properties {

                /** AccessUnit stream */
                stream?: (number|null);

                /** AccessUnit generation */
                generation?: (number|null);

                /** AccessUnit codec */
                codec?: (seatmatrix.v1.Codec|null);

                /** AccessUnit key */
                key?: (boolean|null);

                /** AccessUnit time */
                time?: (number|null);

                /** AccessUnit bytes */
                bytes?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AccessUnit. */
            type $Shape = seatmatrix.v1.AccessUnit.$Properties;
        }

        /**
         * Properties of a BoxFrame.
         * @deprecated Use seatmatrix.v1.BoxFrame.$Properties instead.
         */
        interface IBoxFrame extends seatmatrix.v1.BoxFrame.$Properties {
        }

        /** Represents a BoxFrame. */
        class BoxFrame {

            /**
             * Constructs a new BoxFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.BoxFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BoxFrame id. */
            id: number;

            /** BoxFrame deadline. */
            deadline?: (number|null);

            /** BoxFrame ping. */
            ping?: (seatmatrix.v1.Ping.$Properties|null);

            /** BoxFrame hello. */
            hello?: (seatmatrix.v1.Hello.$Properties|null);

            /** BoxFrame boxReport. */
            boxReport?: (seatmatrix.v1.BoxReport.$Properties|null);

            /** BoxFrame routeReports. */
            routeReports?: (seatmatrix.v1.RouteReports.$Properties|null);

            /** BoxFrame watchList. */
            watchList?: (seatmatrix.v1.WatchList.$Properties|null);

            /** BoxFrame foreignViewer. */
            foreignViewer?: (seatmatrix.v1.ForeignViewer.$Properties|null);

            /** BoxFrame signIn. */
            signIn?: (seatmatrix.v1.SignIn.$Properties|null);

            /** BoxFrame signOut. */
            signOut?: (seatmatrix.v1.SignOut.$Properties|null);

            /** BoxFrame command. */
            command?: (seatmatrix.v1.Command.$Properties|null);

            /** BoxFrame changePassword. */
            changePassword?: (seatmatrix.v1.ChangePassword.$Properties|null);

            /** BoxFrame message. */
            message?: ("ping"|"hello"|"boxReport"|"routeReports"|"watchList"|"foreignViewer"|"signIn"|"signOut"|"command"|"changePassword");

            /**
             * Encodes the specified BoxFrame message. Does not implicitly {@link seatmatrix.v1.BoxFrame.verify|verify} messages.
             * @param message BoxFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.BoxFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BoxFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.BoxFrame & seatmatrix.v1.BoxFrame.$Shape} BoxFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.BoxFrame & seatmatrix.v1.BoxFrame.$Shape;
        }

        namespace BoxFrame {

            /** Properties of a BoxFrame. */
            interface $Properties {

                /** BoxFrame id */
                id?: (number|null);

                /** BoxFrame deadline */
                deadline?: (number|null);

                /** BoxFrame ping */
                ping?: (seatmatrix.v1.Ping.$Properties|null);

                /** BoxFrame hello */
                hello?: (seatmatrix.v1.Hello.$Properties|null);

                /** BoxFrame boxReport */
                boxReport?: (seatmatrix.v1.BoxReport.$Properties|null);

                /** BoxFrame routeReports */
                routeReports?: (seatmatrix.v1.RouteReports.$Properties|null);

                /** BoxFrame watchList */
                watchList?: (seatmatrix.v1.WatchList.$Properties|null);

                /** BoxFrame foreignViewer */
                foreignViewer?: (seatmatrix.v1.ForeignViewer.$Properties|null);

                /** BoxFrame signIn */
                signIn?: (seatmatrix.v1.SignIn.$Properties|null);

                /** BoxFrame signOut */
                signOut?: (seatmatrix.v1.SignOut.$Properties|null);

                /** BoxFrame command */
                command?: (seatmatrix.v1.Command.$Properties|null);

                /** BoxFrame changePassword */
                changePassword?: (seatmatrix.v1.ChangePassword.$Properties|null);

                /** BoxFrame message */
                message?: ("ping"|"hello"|"boxReport"|"routeReports"|"watchList"|"foreignViewer"|"signIn"|"signOut"|"command"|"changePassword");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a BoxFrame. */
            type $Shape = {
              id?: number|null;
              deadline?: number|null;
              ping?: seatmatrix.v1.Ping.$Shape|null;
              hello?: seatmatrix.v1.Hello.$Shape|null;
              boxReport?: seatmatrix.v1.BoxReport.$Shape|null;
              routeReports?: seatmatrix.v1.RouteReports.$Shape|null;
              watchList?: seatmatrix.v1.WatchList.$Shape|null;
              foreignViewer?: seatmatrix.v1.ForeignViewer.$Shape|null;
              signIn?: seatmatrix.v1.SignIn.$Shape|null;
              signOut?: seatmatrix.v1.SignOut.$Shape|null;
              command?: seatmatrix.v1.Command.$Shape|null;
              changePassword?: seatmatrix.v1.ChangePassword.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "ping"; ping: seatmatrix.v1.Ping.$Shape; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "hello"; ping?: null; hello: seatmatrix.v1.Hello.$Shape; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "boxReport"; ping?: null; hello?: null; boxReport: seatmatrix.v1.BoxReport.$Shape; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "routeReports"; ping?: null; hello?: null; boxReport?: null; routeReports: seatmatrix.v1.RouteReports.$Shape; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "watchList"; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList: seatmatrix.v1.WatchList.$Shape; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "foreignViewer"; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer: seatmatrix.v1.ForeignViewer.$Shape; signIn?: null; signOut?: null; command?: null; changePassword?: null }|{ message?: "signIn"; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn: seatmatrix.v1.SignIn.$Shape; signOut?: null; command?: null; changePassword?: null }|{ message?: "signOut"; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut: seatmatrix.v1.SignOut.$Shape; command?: null; changePassword?: null }|{ message?: "command"; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command: seatmatrix.v1.Command.$Shape; changePassword?: null }|{ message?: "changePassword"; ping?: null; hello?: null; boxReport?: null; routeReports?: null; watchList?: null; foreignViewer?: null; signIn?: null; signOut?: null; command?: null; changePassword: seatmatrix.v1.ChangePassword.$Shape })
            );
        }

        /**
         * Properties of a ManagerFrame.
         * @deprecated Use seatmatrix.v1.ManagerFrame.$Properties instead.
         */
        interface IManagerFrame extends seatmatrix.v1.ManagerFrame.$Properties {
        }

        /** Represents a ManagerFrame. */
        class ManagerFrame {

            /**
             * Constructs a new ManagerFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.ManagerFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ManagerFrame id. */
            id: number;

            /** ManagerFrame replyTo. */
            replyTo?: (number|null);

            /** ManagerFrame ping. */
            ping?: (seatmatrix.v1.Ping.$Properties|null);

            /** ManagerFrame welcome. */
            welcome?: (seatmatrix.v1.Welcome.$Properties|null);

            /** ManagerFrame plan. */
            plan?: (seatmatrix.v1.Plan.$Properties|null);

            /** ManagerFrame settings. */
            settings?: (seatmatrix.v1.BoxSettings.$Properties|null);

            /** ManagerFrame listPage. */
            listPage?: (seatmatrix.v1.ListPage.$Properties|null);

            /** ManagerFrame boxCommand. */
            boxCommand?: (seatmatrix.v1.BoxCommand.$Properties|null);

            /** ManagerFrame deskNotice. */
            deskNotice?: (seatmatrix.v1.DeskNotice.$Properties|null);

            /** ManagerFrame signInAnswer. */
            signInAnswer?: (seatmatrix.v1.SignInAnswer.$Properties|null);

            /** ManagerFrame signOutAnswer. */
            signOutAnswer?: (seatmatrix.v1.SignOutAnswer.$Properties|null);

            /** ManagerFrame commandAnswer. */
            commandAnswer?: (seatmatrix.v1.CommandAnswer.$Properties|null);

            /** ManagerFrame changePasswordAnswer. */
            changePasswordAnswer?: (seatmatrix.v1.ChangePasswordAnswer.$Properties|null);

            /** ManagerFrame fault. */
            fault?: (seatmatrix.v1.FaultAnswer.$Properties|null);

            /** ManagerFrame message. */
            message?: ("ping"|"welcome"|"plan"|"settings"|"listPage"|"boxCommand"|"deskNotice"|"signInAnswer"|"signOutAnswer"|"commandAnswer"|"changePasswordAnswer"|"fault");

            /**
             * Encodes the specified ManagerFrame message. Does not implicitly {@link seatmatrix.v1.ManagerFrame.verify|verify} messages.
             * @param message ManagerFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.ManagerFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ManagerFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.ManagerFrame & seatmatrix.v1.ManagerFrame.$Shape} ManagerFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.ManagerFrame & seatmatrix.v1.ManagerFrame.$Shape;
        }

        namespace ManagerFrame {

            /** Properties of a ManagerFrame. */
            interface $Properties {

                /** ManagerFrame id */
                id?: (number|null);

                /** ManagerFrame replyTo */
                replyTo?: (number|null);

                /** ManagerFrame ping */
                ping?: (seatmatrix.v1.Ping.$Properties|null);

                /** ManagerFrame welcome */
                welcome?: (seatmatrix.v1.Welcome.$Properties|null);

                /** ManagerFrame plan */
                plan?: (seatmatrix.v1.Plan.$Properties|null);

                /** ManagerFrame settings */
                settings?: (seatmatrix.v1.BoxSettings.$Properties|null);

                /** ManagerFrame listPage */
                listPage?: (seatmatrix.v1.ListPage.$Properties|null);

                /** ManagerFrame boxCommand */
                boxCommand?: (seatmatrix.v1.BoxCommand.$Properties|null);

                /** ManagerFrame deskNotice */
                deskNotice?: (seatmatrix.v1.DeskNotice.$Properties|null);

                /** ManagerFrame signInAnswer */
                signInAnswer?: (seatmatrix.v1.SignInAnswer.$Properties|null);

                /** ManagerFrame signOutAnswer */
                signOutAnswer?: (seatmatrix.v1.SignOutAnswer.$Properties|null);

                /** ManagerFrame commandAnswer */
                commandAnswer?: (seatmatrix.v1.CommandAnswer.$Properties|null);

                /** ManagerFrame changePasswordAnswer */
                changePasswordAnswer?: (seatmatrix.v1.ChangePasswordAnswer.$Properties|null);

                /** ManagerFrame fault */
                fault?: (seatmatrix.v1.FaultAnswer.$Properties|null);

                /** ManagerFrame message */
                message?: ("ping"|"welcome"|"plan"|"settings"|"listPage"|"boxCommand"|"deskNotice"|"signInAnswer"|"signOutAnswer"|"commandAnswer"|"changePasswordAnswer"|"fault");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a ManagerFrame. */
            type $Shape = {
              id?: number|null;
              replyTo?: number|null;
              ping?: seatmatrix.v1.Ping.$Shape|null;
              welcome?: seatmatrix.v1.Welcome.$Shape|null;
              plan?: seatmatrix.v1.Plan.$Shape|null;
              settings?: seatmatrix.v1.BoxSettings.$Shape|null;
              listPage?: seatmatrix.v1.ListPage.$Shape|null;
              boxCommand?: seatmatrix.v1.BoxCommand.$Shape|null;
              deskNotice?: seatmatrix.v1.DeskNotice.$Shape|null;
              signInAnswer?: seatmatrix.v1.SignInAnswer.$Shape|null;
              signOutAnswer?: seatmatrix.v1.SignOutAnswer.$Shape|null;
              commandAnswer?: seatmatrix.v1.CommandAnswer.$Shape|null;
              changePasswordAnswer?: seatmatrix.v1.ChangePasswordAnswer.$Shape|null;
              fault?: seatmatrix.v1.FaultAnswer.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "ping"; ping: seatmatrix.v1.Ping.$Shape; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "welcome"; ping?: null; welcome: seatmatrix.v1.Welcome.$Shape; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "plan"; ping?: null; welcome?: null; plan: seatmatrix.v1.Plan.$Shape; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "settings"; ping?: null; welcome?: null; plan?: null; settings: seatmatrix.v1.BoxSettings.$Shape; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "listPage"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage: seatmatrix.v1.ListPage.$Shape; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "boxCommand"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand: seatmatrix.v1.BoxCommand.$Shape; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "deskNotice"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice: seatmatrix.v1.DeskNotice.$Shape; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "signInAnswer"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer: seatmatrix.v1.SignInAnswer.$Shape; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "signOutAnswer"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer: seatmatrix.v1.SignOutAnswer.$Shape; commandAnswer?: null; changePasswordAnswer?: null; fault?: null }|{ message?: "commandAnswer"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer: seatmatrix.v1.CommandAnswer.$Shape; changePasswordAnswer?: null; fault?: null }|{ message?: "changePasswordAnswer"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer: seatmatrix.v1.ChangePasswordAnswer.$Shape; fault?: null }|{ message?: "fault"; ping?: null; welcome?: null; plan?: null; settings?: null; listPage?: null; boxCommand?: null; deskNotice?: null; signInAnswer?: null; signOutAnswer?: null; commandAnswer?: null; changePasswordAnswer?: null; fault: seatmatrix.v1.FaultAnswer.$Shape })
            );
        }

        /**
         * Properties of a PreviewWanted.
         * @deprecated Use seatmatrix.v1.PreviewWanted.$Properties instead.
         */
        interface IPreviewWanted extends seatmatrix.v1.PreviewWanted.$Properties {
        }

        /** Represents a PreviewWanted. */
        class PreviewWanted {

            /**
             * Constructs a new PreviewWanted.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewWanted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreviewWanted widthMax. */
            widthMax: number;

            /** PreviewWanted interval. */
            interval: number;

            /**
             * Encodes the specified PreviewWanted message. Does not implicitly {@link seatmatrix.v1.PreviewWanted.verify|verify} messages.
             * @param message PreviewWanted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewWanted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewWanted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewWanted & seatmatrix.v1.PreviewWanted.$Shape} PreviewWanted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewWanted & seatmatrix.v1.PreviewWanted.$Shape;
        }

        namespace PreviewWanted {

            /** Properties of a PreviewWanted. */
            interface $Properties {

                /** PreviewWanted widthMax */
                widthMax?: (number|null);

                /** PreviewWanted interval */
                interval?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreviewWanted. */
            type $Shape = seatmatrix.v1.PreviewWanted.$Properties;
        }

        /**
         * Properties of a PreviewUnwanted.
         * @deprecated Use seatmatrix.v1.PreviewUnwanted.$Properties instead.
         */
        interface IPreviewUnwanted extends seatmatrix.v1.PreviewUnwanted.$Properties {
        }

        /** Represents a PreviewUnwanted. */
        class PreviewUnwanted {

            /**
             * Constructs a new PreviewUnwanted.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewUnwanted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified PreviewUnwanted message. Does not implicitly {@link seatmatrix.v1.PreviewUnwanted.verify|verify} messages.
             * @param message PreviewUnwanted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewUnwanted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewUnwanted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewUnwanted & seatmatrix.v1.PreviewUnwanted.$Shape} PreviewUnwanted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewUnwanted & seatmatrix.v1.PreviewUnwanted.$Shape;
        }

        namespace PreviewUnwanted {

            /** Properties of a PreviewUnwanted. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreviewUnwanted. */
            type $Shape = seatmatrix.v1.PreviewUnwanted.$Properties;
        }

        /**
         * Properties of a PreviewRequest.
         * @deprecated Use seatmatrix.v1.PreviewRequest.$Properties instead.
         */
        interface IPreviewRequest extends seatmatrix.v1.PreviewRequest.$Properties {
        }

        /** Represents a PreviewRequest. */
        class PreviewRequest {

            /**
             * Constructs a new PreviewRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreviewRequest wanted. */
            wanted?: (seatmatrix.v1.PreviewWanted.$Properties|null);

            /** PreviewRequest unwanted. */
            unwanted?: (seatmatrix.v1.PreviewUnwanted.$Properties|null);

            /** PreviewRequest message. */
            message?: ("wanted"|"unwanted");

            /**
             * Encodes the specified PreviewRequest message. Does not implicitly {@link seatmatrix.v1.PreviewRequest.verify|verify} messages.
             * @param message PreviewRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewRequest & seatmatrix.v1.PreviewRequest.$Shape} PreviewRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewRequest & seatmatrix.v1.PreviewRequest.$Shape;
        }

        namespace PreviewRequest {

            /** Properties of a PreviewRequest. */
            interface $Properties {

                /** PreviewRequest wanted */
                wanted?: (seatmatrix.v1.PreviewWanted.$Properties|null);

                /** PreviewRequest unwanted */
                unwanted?: (seatmatrix.v1.PreviewUnwanted.$Properties|null);

                /** PreviewRequest message */
                message?: ("wanted"|"unwanted");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PreviewRequest. */
            type $Shape = {
              wanted?: seatmatrix.v1.PreviewWanted.$Shape|null;
              unwanted?: seatmatrix.v1.PreviewUnwanted.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; wanted?: null; unwanted?: null }|{ message?: "wanted"; wanted: seatmatrix.v1.PreviewWanted.$Shape; unwanted?: null }|{ message?: "unwanted"; wanted?: null; unwanted: seatmatrix.v1.PreviewUnwanted.$Shape })
            );
        }

        /**
         * Properties of a PreviewUnavailable.
         * @deprecated Use seatmatrix.v1.PreviewUnavailable.$Properties instead.
         */
        interface IPreviewUnavailable extends seatmatrix.v1.PreviewUnavailable.$Properties {
        }

        /** Represents a PreviewUnavailable. */
        class PreviewUnavailable {

            /**
             * Constructs a new PreviewUnavailable.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewUnavailable.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreviewUnavailable condition. */
            condition: seatmatrix.v1.CaptureCondition;

            /**
             * Encodes the specified PreviewUnavailable message. Does not implicitly {@link seatmatrix.v1.PreviewUnavailable.verify|verify} messages.
             * @param message PreviewUnavailable message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewUnavailable.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewUnavailable message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewUnavailable & seatmatrix.v1.PreviewUnavailable.$Shape} PreviewUnavailable
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewUnavailable & seatmatrix.v1.PreviewUnavailable.$Shape;
        }

        namespace PreviewUnavailable {

            /** Properties of a PreviewUnavailable. */
            interface $Properties {

                /** PreviewUnavailable condition */
                condition?: (seatmatrix.v1.CaptureCondition|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreviewUnavailable. */
            type $Shape = seatmatrix.v1.PreviewUnavailable.$Properties;
        }

        /**
         * Properties of a PreviewUnchanged.
         * @deprecated Use seatmatrix.v1.PreviewUnchanged.$Properties instead.
         */
        interface IPreviewUnchanged extends seatmatrix.v1.PreviewUnchanged.$Properties {
        }

        /** Represents a PreviewUnchanged. */
        class PreviewUnchanged {

            /**
             * Constructs a new PreviewUnchanged.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewUnchanged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified PreviewUnchanged message. Does not implicitly {@link seatmatrix.v1.PreviewUnchanged.verify|verify} messages.
             * @param message PreviewUnchanged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewUnchanged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewUnchanged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewUnchanged & seatmatrix.v1.PreviewUnchanged.$Shape} PreviewUnchanged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewUnchanged & seatmatrix.v1.PreviewUnchanged.$Shape;
        }

        namespace PreviewUnchanged {

            /** Properties of a PreviewUnchanged. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreviewUnchanged. */
            type $Shape = seatmatrix.v1.PreviewUnchanged.$Properties;
        }

        /**
         * Properties of a PreviewFrame.
         * @deprecated Use seatmatrix.v1.PreviewFrame.$Properties instead.
         */
        interface IPreviewFrame extends seatmatrix.v1.PreviewFrame.$Properties {
        }

        /** Represents a PreviewFrame. */
        class PreviewFrame {

            /**
             * Constructs a new PreviewFrame.
             * @param [properties] Properties to set
             */
            constructor(properties?: seatmatrix.v1.PreviewFrame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreviewFrame unit. */
            unit?: (seatmatrix.v1.AccessUnit.$Properties|null);

            /** PreviewFrame unavailable. */
            unavailable?: (seatmatrix.v1.PreviewUnavailable.$Properties|null);

            /** PreviewFrame unchanged. */
            unchanged?: (seatmatrix.v1.PreviewUnchanged.$Properties|null);

            /** PreviewFrame message. */
            message?: ("unit"|"unavailable"|"unchanged");

            /**
             * Encodes the specified PreviewFrame message. Does not implicitly {@link seatmatrix.v1.PreviewFrame.verify|verify} messages.
             * @param message PreviewFrame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: seatmatrix.v1.PreviewFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreviewFrame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {seatmatrix.v1.PreviewFrame & seatmatrix.v1.PreviewFrame.$Shape} PreviewFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): seatmatrix.v1.PreviewFrame & seatmatrix.v1.PreviewFrame.$Shape;
        }

        namespace PreviewFrame {

            /** Properties of a PreviewFrame. */
            interface $Properties {

                /** PreviewFrame unit */
                unit?: (seatmatrix.v1.AccessUnit.$Properties|null);

                /** PreviewFrame unavailable */
                unavailable?: (seatmatrix.v1.PreviewUnavailable.$Properties|null);

                /** PreviewFrame unchanged */
                unchanged?: (seatmatrix.v1.PreviewUnchanged.$Properties|null);

                /** PreviewFrame message */
                message?: ("unit"|"unavailable"|"unchanged");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PreviewFrame. */
            type $Shape = {
              unit?: seatmatrix.v1.AccessUnit.$Shape|null;
              unavailable?: seatmatrix.v1.PreviewUnavailable.$Shape|null;
              unchanged?: seatmatrix.v1.PreviewUnchanged.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ message?: undefined; unit?: null; unavailable?: null; unchanged?: null }|{ message?: "unit"; unit: seatmatrix.v1.AccessUnit.$Shape; unavailable?: null; unchanged?: null }|{ message?: "unavailable"; unit?: null; unavailable: seatmatrix.v1.PreviewUnavailable.$Shape; unchanged?: null }|{ message?: "unchanged"; unit?: null; unavailable?: null; unchanged: seatmatrix.v1.PreviewUnchanged.$Shape })
            );
        }
    }
}
